import { useConfig } from '#config/config-context.ts';
import { transactionUrl } from '#config/explorer.ts';
import { shortAddress } from '#domain/account.ts';
import { BASE } from '#domain/chain.ts';
import type { ChainTransfer } from '#domain/chain-purchase.ts';
import { isoTime } from '#domain/moment.ts';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { formatExactTime } from '#ui/format-time.ts';
import { UsdcAmount } from '#ui/usdc-amount.tsx';

/** Money that went to Laso and that nothing known explains: when, how much, and the chain's own page about it. */
export function UnmatchedPayments({ payments }: { payments: readonly ChainTransfer[] }) {
  const config = useConfig();
  const transaction = ({ transaction: hash }: ChainTransfer) => {
    const href = transactionUrl(config, BASE, hash);
    const address = (
      <span translate="no" className="font-mono text-mono" title={hash}>
        {shortAddress(hash)}
      </span>
    );
    return href ? <ExternalLink href={href}>{address}</ExternalLink> : address;
  };
  const columns: readonly Column<ChainTransfer>[] = [
    {
      key: 'time',
      header: 'Time',
      cell: ({ atMs }) => (
        <time dateTime={isoTime(atMs) ?? undefined} className="tabular-nums">
          {formatExactTime(atMs)}
        </time>
      ),
      under: transaction,
    },
    { key: 'transaction', header: 'Transaction', cell: transaction, wideOnly: true },
    {
      key: 'amount',
      header: 'Amount',
      cell: ({ amountAtomic }) => <UsdcAmount atomic={amountAtomic} />,
      numeric: true,
    },
  ];
  return (
    <DataTable
      label="Unmatched payments"
      columns={columns}
      rows={payments}
      rowKey={({ transaction: hash, logIndex }) => `${hash} ${logIndex}`}
    />
  );
}
