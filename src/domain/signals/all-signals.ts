import type { Card } from '../card.ts';
import { dayOf, type Day } from '../day.ts';
import { expiringMoney } from './expiring-money.ts';
import { balanceTooOld, readyButUnused, strandedMoney } from './idle-money.ts';
import { feeDrift, splitOrders } from './orders.ts';
import { otherPayer, paidNotDelivered, type KnownPayment } from './payments.ts';
import type { Signal, SignalThresholds } from './signal.ts';
import { newMerchants, spendJump, unusualAmounts } from './spending.ts';

interface Known {
  /** One account's cards: what is usual is asked per account. */
  cards: readonly Card[];
  /** All of the account's lists were read. A part of its history does not show what is usual. */
  isComplete: boolean;
  payments: readonly KnownPayment[];
  thresholds: SignalThresholds;
  nowMs: number;
  /** How often a new balance of a card may still be asked for today. */
  refreshesLeft: (cardId: string) => number;
}

/** Every signal, what asks for something first, then the most money. */
export function allSignals(known: Known): Signal[] {
  const { cards, isComplete, payments, thresholds, nowMs, refreshesLeft } = known;
  const today = dayOf(nowMs);
  return [
    ...paidNotDelivered(payments),
    ...otherPayer(payments),
    ...splitOrders(cards, thresholds),
    ...feeDrift(cards, payments),
    ...(isComplete ? againstHistory(cards, thresholds, today) : []),
    ...expiringMoney(cards, thresholds, nowMs),
    ...strandedMoney(cards, thresholds),
    ...readyButUnused(cards, thresholds, nowMs),
    ...balanceTooOld(cards, thresholds, nowMs, refreshesLeft),
  ].toSorted(
    (a, b) =>
      Number(b.level === 'attention') - Number(a.level === 'attention') ||
      (b.amountCents ?? 0) - (a.amountCents ?? 0),
  );
}

/** The signals that compare with what is usual. */
const againstHistory = (cards: readonly Card[], thresholds: SignalThresholds, today: Day): Signal[] => [
  ...unusualAmounts(cards, thresholds, today),
  ...newMerchants(cards, today),
  ...spendJump(cards, thresholds, today),
];
