import type { AccountId } from '#domain/account.ts';
import { untimedWithdrawal } from '#domain/untimed.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { noteFirstSeen } from '#storage/first-seen.ts';

/** Notes since when this device knows of a pending withdrawal without a time. */
export function noteWaiting(account: AccountId, withdrawals: readonly Withdrawal[]): void {
  const keys = withdrawals.flatMap((one) => untimedWithdrawal(one) ?? []);
  const isPast = (key: string) => key.startsWith('withdrawal ') && !keys.includes(key);
  noteFirstSeen(account, keys, isPast, Date.now());
}
