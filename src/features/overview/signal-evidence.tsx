import type { ReactNode } from 'react';
import type { Card } from '#domain/card.ts';
import { dayOfWhen, formatDay } from '#domain/day.ts';
import { reasonOf } from '#domain/signals/reason-of.ts';
import type { Signal, SignalThresholds } from '#domain/signals/signal.ts';
import type { Transaction } from '#domain/transaction.ts';
import { TransferList } from './transfer-list.tsx';

interface SignalEvidenceProps {
  signal: Signal;
  thresholds: SignalThresholds;
  cardsById: ReadonlyMap<string, Card>;
  renderCard: (card: Card) => ReactNode;
  renderAmount: (transaction: Transaction) => ReactNode;
  /** Where the payments of this browser are. */
  payments: ReactNode;
  /** The text for Laso's support, where it can be asked. */
  support: ReactNode;
}

const SHOWN = 12;

/** Why a signal is told, and what it rests on: the very transactions, else the cards, and the payments. */
export function SignalEvidence({
  signal,
  thresholds,
  cardsById,
  renderCard,
  renderAmount,
  payments,
  support,
}: SignalEvidenceProps) {
  const cards = signal.cardIds.flatMap((id) => cardsById.get(id) ?? []);
  const keys = new Set(signal.transactionKeys);
  const transactions = cards.flatMap((card) =>
    card.transactions.filter(({ key }) => keys.has(key)).map((transaction) => ({ card, transaction })),
  );
  const more = Math.max(transactions.length, cards.length, signal.transfers.length) - SHOWN;
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{reasonOf(signal.kind, thresholds)}</p>
      {transactions.length > 0 ? (
        <ul aria-label="Transactions behind this" className="flex flex-col gap-1 text-sm">
          {transactions.slice(0, SHOWN).map(({ card, transaction }) => (
            <li key={`${card.id} ${transaction.key}`} className="flex flex-wrap gap-x-4">
              <span className="text-muted">
                {transaction.when ? formatDay(dayOfWhen(transaction.when)) : 'No date'}
              </span>
              <span className="min-w-0 flex-1 truncate">{transaction.description}</span>
              {renderCard(card)}
              {renderAmount(transaction)}
            </li>
          ))}
        </ul>
      ) : cards.length > 0 ? (
        <ul aria-label="Cards behind this" className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {cards.slice(0, SHOWN).map((card) => (
            <li key={card.id}>{renderCard(card)}</li>
          ))}
        </ul>
      ) : null}
      {signal.transfers.length > 0 && <TransferList transfers={signal.transfers.slice(0, SHOWN)} />}
      {more > 0 && <p className="text-sm text-muted">{`and ${more} more`}</p>}
      {signal.paymentIds.length > 0 && payments}
      {support}
    </>
  );
}
