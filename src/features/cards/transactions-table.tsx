import { formatDay } from '#domain/day.ts';
import { merchantSearch } from '#domain/merchant-name.ts';
import { newestTransactionFirst, type Transaction } from '#domain/transaction.ts';
import { DataTable } from '#ui/data-table.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { TransactionAmount } from './transaction-amount.tsx';

/** A card's payments and refunds, newest first. Debits are plain, credits have a plus: what left the card and what came back. */
export function TransactionsTable({
  transactions,
  empty,
  merchantHref,
}: {
  transactions: readonly Transaction[];
  empty: string;
  /** Where it is said whether the cards work at this merchant. */
  merchantHref: (merchant: string) => string;
}) {
  return (
    <>
      <DataTable
        label="Transactions"
        rows={transactions.toSorted(newestTransactionFirst())}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'what',
            header: 'Merchant',
            rowHeader: true,
            cell: (row) => (
              <TextLink
                to={merchantHref(merchantSearch(row.description))}
                className="no-underline hover:underline"
              >
                {row.description}
              </TextLink>
            ),
            under: (row) => (
              <>
                <TransactionTime when={row.when} />
                {row.status && ` · ${row.status}`}
              </>
            ),
          },
          { key: 'when', header: 'Date', wideOnly: true, cell: (row) => <TransactionTime when={row.when} /> },
          {
            key: 'status',
            header: 'Status',
            wideOnly: true,
            cell: (row) => (
              // Laso's own word where it has one; U.S. cards only tell which way the money went.
              <span className="inline-block first-letter:uppercase">
                {row.status ?? (row.kind === 'refund' ? 'refund' : 'purchase')}
              </span>
            ),
          },
          {
            key: 'amount',
            header: 'Amount',
            numeric: true,
            cell: (row) => <TransactionAmount transaction={row} />,
          },
        ]}
      />
      {transactions.length === 0 && <p className="text-muted">{empty}</p>}
    </>
  );
}

/** A plain day is written as it is, whatever the reader's time zone; a moment has its exact time on hover. */
export function TransactionTime({ when }: { when: Transaction['when'] }) {
  if (!when) return <span className="text-muted">No date</span>;
  if (when.kind === 'day') return <time dateTime={when.day}>{formatDay(when.day)}</time>;
  return <RelativeTime ms={when.ms} />;
}
