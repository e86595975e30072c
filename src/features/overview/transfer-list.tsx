import { useConfig } from '#config/config-context.ts';
import { transactionUrl } from '#config/explorer.ts';
import { shortAddress } from '#domain/account.ts';
import type { ChainTransfer } from '#domain/chain-purchase.ts';
import { BASE } from '#domain/chain.ts';
import { isoTime } from '#domain/moment.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { formatExactTime } from '#ui/format-time.ts';
import { UsdcAmount } from '#ui/usdc-amount.tsx';

/** Payments on Base behind a signal: time, amount, and the chain's own page about each. */
export function TransferList({ transfers }: { transfers: readonly ChainTransfer[] }) {
  const config = useConfig();
  return (
    <ul aria-label="Payments behind this" className="flex flex-col gap-1 text-sm">
      {transfers.map(({ transaction, logIndex, atMs, amountAtomic }) => {
        const href = transactionUrl(config, BASE, transaction);
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
}
