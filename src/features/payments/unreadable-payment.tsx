import { ROW_VERSION } from '#payments/journal/payment-row.ts';
import type { UnreadableRecord } from '#payments/journal/unreadable-record.ts';
import { RelativeTime } from '#ui/relative-time.tsx';
import { UsdcAmount } from '#ui/usdc-amount.tsx';
import { knownMs } from './known-time.ts';
import { productName } from './payment-words.ts';

/** A record of another version, or a damaged one: with what can be made out of it, and what it means for the money. */
export function UnreadablePayment({ record }: { record: UnreadableRecord }) {
  const { key, version, product, amountAtomic, payer, accountId } = record;
  const startedAtMs = knownMs(record.startedAtMs);
  const isNewer = version !== null && version > ROW_VERSION;
  // Of a record that does not tell whose it is nothing more is shown: it may be an account's that was signed out here.
  const hasOwner = payer !== null || accountId !== null;
  return (
    <article className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-md font-semibold">
          {hasOwner && product ? productName({ product }) : 'A record that cannot be read'}
        </h2>
        {hasOwner && amountAtomic !== null && (
          <UsdcAmount atomic={BigInt(amountAtomic)} className="text-md font-semibold" />
        )}
      </div>
      <p className="max-w-prose">
        {isNewer
          ? 'This record cannot be read: it was written by a newer version of this page. Reload the page to see it.'
          : 'This record cannot be read: it was written by another version of this page, or is damaged.'}
        {record.mayBeOpen &&
          ' Its payment may have been made: this page asks before you order the same again.'}{' '}
        It is kept as it is, and the others are not affected.
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        {hasOwner && startedAtMs !== null && <RelativeTime ms={startedAtMs} />}
        <code className="font-mono text-mono break-all">{key}</code>
      </p>
    </article>
  );
}
