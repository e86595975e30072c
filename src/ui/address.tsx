import { shortAddress } from '#domain/account.ts';
import { classNames } from './class-names.ts';
import { CopyButton } from './copy-button.tsx';

type AddressProps = {
  value: string;
  /** Shows every character; wraps. Use it wherever money goes. */
  full?: boolean | undefined;
  /** Offers to copy, e.g. "Copy recipient address". */
  copyLabel?: string | undefined;
  className?: string | undefined;
};

/**
 * An address, a transaction hash or an id, in mono: shortened in rows (the whole in the title), in full on
 * demand.
 */
export function Address({ value, full = false, copyLabel, className }: AddressProps) {
  return (
    <span className={classNames('inline-flex max-w-full items-center gap-1', className)}>
      <span
        translate="no"
        className={classNames('font-mono text-mono', full ? 'break-all' : 'whitespace-nowrap')}
        title={full ? undefined : value}
      >
        {full ? value : shortAddress(value)}
      </span>
      {copyLabel && <CopyButton label={copyLabel} getText={() => value} iconOnly className="-my-1.5" />}
    </span>
  );
}
