import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { groupBy } from '#domain/group-by.ts';
import { allSignals } from '#domain/signals/all-signals.ts';
import type { KnownPayment } from '#domain/signals/payments.ts';
import { DEFAULT_THRESHOLDS, type Signal, type SignalThresholds } from '#domain/signals/signal.ts';
import { withinBounds } from '#domain/signals/threshold-bounds.ts';

export interface FoundSignal {
  account: AccountId;
  signal: Signal;
}

interface Known {
  accounts: readonly AccountId[];
  cards: readonly Card[];
  /** Accounts of which a list of cards could not be read. */
  incomplete: readonly AccountId[];
  payments: readonly KnownPayment[];
  thresholds: SignalThresholds;
  nowMs: number;
  refreshesLeft: (cardId: string) => number;
}

/** The signals of every account on screen: what is usual is asked per account. */
export function findSignals(known: Known): FoundSignal[] {
  const { accounts, cards, incomplete, payments, thresholds, nowMs, refreshesLeft } = known;
  const byAccount = groupBy(cards, (card) => card.accountId);
  return accounts.flatMap((account) =>
    allSignals({
      nowMs,
      refreshesLeft,
      cards: byAccount.get(account) ?? [],
      isComplete: !incomplete.includes(account),
      payments: payments.filter((payment) => payment.accountId === account),
      thresholds,
    }).map((signal) => ({ account, signal })),
  );
}

/** What asks for something first; of those, what is late before what only looks unusual. */
export const mostUrgentFirst = (
  late: readonly FoundSignal[],
  others: readonly FoundSignal[],
): FoundSignal[] =>
  [...late, ...others].toSorted(
    (a, b) => Number(b.signal.level === 'attention') - Number(a.signal.level === 'attention'),
  );

/**
 * The owner's figures over the domain's defaults; what is no whole number, or out of its bounds, is not used. Orders in parts are told from the lower of the two limits on:
 * an agent that keeps each below the alert passes it all the same (product.md §2).
 */
export const thresholdsOf = (
  changed: Partial<Record<string, number>>,
  orderAlertCents: number | null,
): SignalThresholds => {
  const figure = (key: keyof SignalThresholds): number => {
    const own = changed[key];
    return own !== undefined && withinBounds(key, own) ? own : DEFAULT_THRESHOLDS[key];
  };
  return {
    strandedBelowCents: figure('strandedBelowCents'),
    expiringWithinDays: figure('expiringWithinDays'),
    unusedForDays: figure('unusedForDays'),
    balanceOldAfterDays: figure('balanceOldAfterDays'),
    perOrderCents: Math.min(figure('perOrderCents'), orderAlertCents ?? Infinity),
    unusualFactor: figure('unusualFactor'),
    jumpFactor: figure('jumpFactor'),
    lateCardSeconds: figure('lateCardSeconds'),
    lateOrderHours: figure('lateOrderHours'),
    lateRefundDays: figure('lateRefundDays'),
    lateWithdrawalMinutes: figure('lateWithdrawalMinutes'),
  };
};
