import { shortAddress } from '#domain/account.ts';
import type { ChainTransfer } from '#domain/chain-purchase.ts';
import { isoTime } from '#domain/moment.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { formatExactTime } from '#ui/format-time.ts';
import { UsdcAmount } from '#ui/usdc-amount.tsx';

interface TransferListProps {
  transfers: readonly ChainTransfer[];
  /** The explorer's page of a transaction; null where there is none. */
  transactionHref: (transaction: string) => string | null;
}

/** Payments on the chain behind a signal: time, amount, and the chain's own page about each. */
export const TransferList = ({ transfers, transactionHref }: TransferListProps) => (
  <ul aria-label="Payments behind this" className="flex flex-col gap-1 text-sm">
    {transfers.map(({ transaction, logIndex, atMs, amountAtomic }) => {
      const href = transactionHref(transaction);
      const words = (
        <span translate="no" className="font-mono text-mono" title={transaction}>
          {shortAddress(transaction)}
        </span>
      );
      return (
        <li key={`${transaction} ${logIndex}`} className="flex flex-wrap items-baseline gap-x-4">
          <time dateTime={isoTime(atMs) ?? undefined} className="text-muted tabular-nums">
            {formatExactTime(atMs)}
          </time>
          <span className="min-w-0 flex-1">
            {href ? <ExternalLink href={href}>{words}</ExternalLink> : words}
          </span>
          <UsdcAmount atomic={amountAtomic} />
        </li>
      );
    })}
  </ul>
);
