import type { ReactNode } from 'react';
import type { Card } from '#domain/card.ts';
import { dayOfWhen } from '#domain/day.ts';
import { newestTransactionFirst, type Transaction } from '#domain/transaction.ts';
import { DayLabel } from '#ui/day-label.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

interface CardTransaction {
  card: Card;
  transaction: Transaction;
}

/** The newest payments and refunds over all cards. Pure. */
export function newestTransactions(cards: readonly Card[], limit: number): CardTransaction[] {
  const compare = newestTransactionFirst();
  return cards
    .flatMap((card) => card.transactions.map((transaction) => ({ card, transaction })))
    .toSorted((a, b) => compare(a.transaction, b.transaction))
    .slice(0, limit);
}

interface NewestTransactionsProps {
  cards: readonly Card[];
  limit: number;
  renderAmount: (transaction: Transaction) => ReactNode;
  renderCard: (card: Card) => ReactNode;
}

/** Grouped by day; the day is said once. */
export function NewestTransactions({ cards, limit, renderAmount, renderCard }: NewestTransactionsProps) {
  const newest = newestTransactions(cards, limit);
  if (newest.length === 0)
    return (
      <EmptyState title="No transactions yet">
        Purchases with these cards show here as soon as Laso knows of them.
      </EmptyState>
    );
  const days = Map.groupBy(newest, ({ transaction }) =>
    transaction.when ? dayOfWhen(transaction.when) : '',
  );
  return (
    <div className="flex flex-col gap-5">
      {[...days].map(([day, entries]) => (
        <section key={day} className="flex flex-col">
          <h3 className="border-b border-hairline pb-1 text-sm text-muted">
            {day ? <DayLabel day={day} /> : 'Date not told'}
          </h3>
          <ul>
            {entries.map(({ card, transaction }) => (
              <li
                key={`${card.id} ${transaction.key}`}
                className="flex min-h-10 items-center justify-between gap-4 border-b border-hairline py-1.5"
              >
                <span className="flex min-w-0 flex-col sm:flex-row sm:items-baseline sm:gap-3">
                  <span className="truncate">{transaction.description}</span>
                  <span className="text-sm text-muted">{renderCard(card)}</span>
                </span>
                {renderAmount(transaction)}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
