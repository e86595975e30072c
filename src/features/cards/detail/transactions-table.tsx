import { paths } from '#config/paths.ts';
import { merchantSearch } from '#domain/merchant-name.ts';
import { newestTransactionFirst, type Transaction, type UnreadLine } from '#domain/transaction.ts';
import { DataTable } from '#ui/data-table.tsx';
import { TextLink } from '#ui/text-link.tsx';
import { TransactionAmount } from './transaction-amount.tsx';
import { TransactionTime } from './transaction-time.tsx';
import { UnreadLines } from './unread-lines.tsx';

/**
 * A card's load, payments and refunds, newest first. Debits are plain, credits have a plus: what left the card and what came back. What could
 * not be read stands below.
 */
export function TransactionsTable({
  transactions,
  unreadLines,
  empty,
}: {
  transactions: readonly Transaction[];
  unreadLines: readonly UnreadLine[];
  /** Said where there are no purchases and no refunds. */
  empty: string;
}) {
  const isUnused = unreadLines.length === 0 && transactions.every(({ kind }) => kind === 'load');
  return (
    <div className="flex flex-col gap-4">
      <DataTable
        label="Transactions"
        rows={transactions.toSorted(newestTransactionFirst())}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'what',
            header: 'Merchant',
            rowHeader: true,
            cell: (row) => <What line={row} />,
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
                {row.status ?? KIND_WORDS[row.kind]}
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
      {isUnused && <p className="text-muted">{empty}</p>}
      {unreadLines.length > 0 && <UnreadLines lines={unreadLines} />}
    </div>
  );
}

const KIND_WORDS: Record<Transaction['kind'], string> = {
  purchase: 'purchase',
  refund: 'refund',
  load: 'loaded',
};

/** The load is worded by whoever made the card; the others by a merchant. */
function What({ line }: { line: Transaction }) {
  if (line.kind === 'load')
    return (
      <span title={line.description}>
        Card loaded<span className="sr-only">{` (${line.description})`}</span>
      </span>
    );
  return (
    <TextLink to={paths.merchant(merchantSearch(line.description))} className="no-underline hover:underline">
      {line.description}
    </TextLink>
  );
}
