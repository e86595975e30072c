import { formatUsdc } from '#domain/money.ts';
import { classNames } from './class-names.ts';
import { UnknownValue } from './unknown-value.tsx';

type UsdcAmountProps = {
  atomic: bigint | null;
  reason?: string | undefined;
  className?: string | undefined;
};

/** "50.00 USDC" from the token's smallest unit (6 decimals); "—" with the reason when not known. */
export function UsdcAmount({ atomic, reason = 'Not known', className }: UsdcAmountProps) {
  if (atomic === null) return <UnknownValue reason={reason} />;
  return (
    <span translate="no" className={classNames('whitespace-nowrap tabular-nums text-ink', className)}>
      {formatUsdc(atomic)}
      <span className="unit"> USDC</span>
    </span>
  );
}
