import type { AccountId } from '#domain/account.ts';
import { formatUsdc } from '#domain/money.ts';
import { isLocked } from '#session/session-store.ts';
import type { Session } from '#session/session.ts';

/** A payment record without a final outcome, as the sign-out dialog sees it. */
export interface OpenPayment {
  /** The account it is shown under and the wallet that paid. */
  owners: readonly string[];
  startedAtMs: number;
  amountAtomic: bigint;
  /** What its row on /payments shows, for an export: never the signed payload. */
  record: Readonly<Record<string, unknown>>;
  /** Rejects while a tab is paying with its wallet, or when storage refuses. */
  remove: () => Promise<void>;
}

type Owned = Pick<OpenPayment, 'owners' | 'startedAtMs'>;

/** Whom the sign-out concerns: some accounts of this tab, or every account on this device. */
export type Leaving = 'all' | readonly AccountId[];

/** What of it nobody who stays signed in can see after this sign-out: payments, codes. */
export function lockedBySignOut<T extends Owned>(
  payments: readonly T[],
  sessions: readonly Session[],
  leaving: Leaving,
): T[] {
  const visible = payments.filter(({ owners, startedAtMs }) => !isLocked(sessions, owners, startedAtMs));
  if (leaving === 'all') return visible;
  const owns = (accountIds: readonly AccountId[], { owners }: Owned) =>
    owners.some((owner) => accountIds.some((accountId) => accountId === owner.toLowerCase()));
  const staying = sessions.map((session) => session.accountId).filter((id) => !leaving.includes(id));
  return visible.filter((payment) => owns(leaving, payment) && !owns(staying, payment));
}

/** "2 payments", "100.00 USDC" */
export function countAndSum(payments: readonly OpenPayment[]): { count: string; sum: string } {
  const total = payments.reduce((sum, payment) => sum + payment.amountAtomic, 0n);
  const { length } = payments;
  return { count: `${length} ${length === 1 ? 'payment' : 'payments'}`, sum: `${formatUsdc(total)} USDC` };
}
