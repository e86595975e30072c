import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { allSignals } from '#domain/signals/all-signals.ts';
import type { KnownPayment } from '#domain/signals/payments.ts';
import { DEFAULT_THRESHOLDS, type Signal, type SignalThresholds } from '#domain/signals/signal.ts';

export interface FoundSignal {
  account: AccountId;
  signal: Signal;
}

interface Known {
  accounts: readonly AccountId[];
  cards: readonly Card[];
  payments: readonly KnownPayment[];
  /** What the owner changed; the rest is the domain's default. */
  thresholds: Partial<Record<string, number>>;
  nowMs: number;
  refreshesLeft: (cardId: string) => number;
}

/** The signals of every account on screen: what is usual is asked per account. What asks for something first. */
export function findSignals({ accounts, cards, payments, thresholds, ...rest }: Known): FoundSignal[] {
  const byAccount = Map.groupBy(cards, (card) => card.accountId);
  return accounts
    .flatMap((account) =>
      allSignals({
        ...rest,
        cards: byAccount.get(account) ?? [],
        payments: payments.filter((payment) => payment.accountId === account),
        thresholds: thresholdsOf(thresholds),
      }).map((signal) => ({ account, signal })),
    )
    .toSorted((a, b) => Number(b.signal.level === 'attention') - Number(a.signal.level === 'attention'));
}

/** The owner's figures over the defaults; what is no positive whole number is not used. */
export const thresholdsOf = (changed: Partial<Record<string, number>>): SignalThresholds => {
  const figure = (key: keyof SignalThresholds): number => {
    const own = changed[key];
    return own !== undefined && Number.isSafeInteger(own) && own > 0 ? own : DEFAULT_THRESHOLDS[key];
  };
  return {
    strandedBelowCents: figure('strandedBelowCents'),
    expiringWithinDays: figure('expiringWithinDays'),
    unusedForDays: figure('unusedForDays'),
    balanceOldAfterDays: figure('balanceOldAfterDays'),
    perOrderCents: figure('perOrderCents'),
    unusualFactor: figure('unusualFactor'),
    jumpFactor: figure('jumpFactor'),
  };
};
