import { isoTime } from '../moment.ts';
import { formatUsd } from '../money.ts';
import { untimedWithdrawal, type FirstSeen } from '../untimed.ts';
import { withdrawalStateWord, type Withdrawal } from '../withdrawal.ts';
import { ageWords } from './age-words.ts';
import { signal, type Signal, type SignalThresholds } from './signal.ts';

/**
 * Withdrawals that Laso lists as pending for longer than they should be. One signal each; none for one that
 * has ended or has an unknown state.
 */
export function lateWithdrawals(
  withdrawals: readonly Withdrawal[],
  { lateWithdrawalMinutes }: Pick<SignalThresholds, 'lateWithdrawalMinutes'>,
  nowMs: number,
  firstSeen: FirstSeen,
): Signal[] {
  return withdrawals.flatMap((withdrawal) => {
    if (withdrawal.state !== 'pending') return [];
    const key = untimedWithdrawal(withdrawal);
    const sinceMs = key === null ? withdrawal.requestedAtMs : firstSeen(key);
    if (sinceMs === null || !(nowMs - sinceMs > lateWithdrawalMinutes * 60_000)) return [];
    const { id, amountCents } = withdrawal;
    const what = amountCents === null ? 'A withdrawal' : `A withdrawal of ${formatUsd(amountCents)}`;
    const age = `${key === null ? '' : 'at least '}${ageWords(nowMs - sinceMs)}`;
    return [
      signal({
        kind: 'late-withdrawal',
        id: `late-withdrawal ${id}`,
        level: 'attention',
        sentence: `${what} has been on its way for ${age}. It usually takes minutes.`,
        amountCents,
        support: {
          title: `${what}: still ${withdrawalStateWord(withdrawal).toLowerCase()}`,
          facts: [
            ['Withdrawal', id],
            ['Status', withdrawal.rawState],
            ...(withdrawal.address === null ? [] : [['To', withdrawal.address] as const]),
            ...(withdrawal.txHash === null ? [] : [['Transaction', withdrawal.txHash] as const]),
            [key === null ? 'Requested at' : 'Seen since', isoTime(sinceMs) ?? 'not known'],
            ['Now', isoTime(nowMs) ?? ''],
          ],
        },
      }),
    ];
  });
}
