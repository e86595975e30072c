import type { Card } from '../card.ts';
import type { FirstSeen } from '../untimed.ts';
import type { Withdrawal } from '../withdrawal.ts';
import { lateCards } from './late-cards.ts';
import { lateWithdrawals } from './late-withdrawals.ts';
import type { KnownPayment } from './payments.ts';
import type { Signal, SignalThresholds } from './signal.ts';

export interface KnownWaiting {
  /** One account's. */
  cards: readonly Card[];
  withdrawals: readonly Withdrawal[];
  /**
   * Payments of this browser. An unknown or undelivered one has its own signal, and then its card has none.
   */
  payments: readonly KnownPayment[];
  thresholds: SignalThresholds;
  nowMs: number;
  firstSeen: FirstSeen;
}

/**
 * Everything that is later than it should be (product.md §2): apart from `all-signals.ts`, because it changes
 * with the clock alone.
 */
export function lateSignals(known: KnownWaiting): Signal[] {
  const { cards, withdrawals, payments, thresholds, nowMs, firstSeen } = known;
  const told = new Set(
    payments.flatMap(({ state, cardId }) =>
      cardId !== null && (state === 'unknown' || state === 'paid-not-delivered') ? [cardId] : [],
    ),
  );
  const untold = cards.filter(
    ({ id, queuedOrderCardId }) => !told.has(id) && !told.has(queuedOrderCardId ?? id),
  );
  return [
    ...lateCards(untold, thresholds, nowMs, firstSeen),
    ...lateWithdrawals(withdrawals, thresholds, nowMs, firstSeen),
  ];
}
