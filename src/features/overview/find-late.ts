import type { AccountId } from '#domain/account.ts';
import type { Card } from '#domain/card.ts';
import { lateSignals } from '#domain/signals/late-signals.ts';
import type { KnownPayment } from '#domain/signals/payments.ts';
import type { SignalThresholds } from '#domain/signals/signal.ts';
import type { FirstSeen } from '#domain/untimed.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import type { FoundSignal } from './find-signals.ts';

interface Waiting {
  accounts: readonly AccountId[];
  cards: readonly Card[];
  payments: readonly KnownPayment[];
  /** In the order of the accounts; null where they are not read. */
  withdrawals: readonly (readonly Withdrawal[] | null)[];
  thresholds: SignalThresholds;
  nowMs: number;
  firstSeen: (account: AccountId) => FirstSeen;
}

/** What is late, of every account on screen. */
export function findLate(known: Waiting): FoundSignal[] {
  const { accounts, cards, payments, withdrawals, thresholds, nowMs, firstSeen } = known;
  return accounts.flatMap((account, at) =>
    lateSignals({
      cards: cards.filter(({ accountId }) => accountId === account),
      withdrawals: withdrawals[at] ?? [],
      payments: payments.filter(({ accountId }) => accountId === account),
      thresholds,
      nowMs,
      firstSeen: firstSeen(account),
    }).map((signal) => ({ account, signal })),
  );
}
