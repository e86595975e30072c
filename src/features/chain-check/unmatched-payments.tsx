import { shortAddress } from '#domain/account.ts';
import type { ChainTransfer } from '#domain/chain-purchase.ts';
import { isoTime } from '#domain/moment.ts';
import { DataTable, type Column } from '#ui/data-table.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { formatExactTime } from '#ui/format-time.ts';
import { UsdcAmount } from '#ui/usdc-amount.tsx';

interface UnmatchedPaymentsProps {
  payments: readonly ChainTransfer[];
  /** The explorer's page of a transaction; null where there is none. */
  transactionHref: (transaction: string) => string | null;
}

/** Money that went to Laso and that nothing known explains: when, how much, and the chain's own page about it. */
export function UnmatchedPayments({ payments, transactionHref }: UnmatchedPaymentsProps) {
  const transaction = ({ transaction: hash }: ChainTransfer) => {
    const href = transactionHref(hash);
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
