import type { AccountId } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { dollarEntry } from '#domain/book-entry.ts';
import { rowId } from '#domain/row-id.ts';
import { withdrawalStateWord, type Withdrawal } from '#domain/withdrawal.ts';

/** Withdrawals as lines of the activity feed: money that came back to the owner's wallet. A failed one moved nothing. */
export function withdrawalActivity(
  accountId: AccountId,
  withdrawals: readonly Withdrawal[],
  href: string,
): ActivityItem[] {
  return withdrawals.map((one) => {
    const moved = one.state !== 'failed' && one.amountCents !== null;
    return {
      key: rowId('withdrawal', one.id),
      accountId,
      kind: 'withdrawal',
      when: one.requestedAtMs === null ? null : { kind: 'instant', ms: one.requestedAtMs },
      title: 'Withdrawal from the balance',
      detail: one.address === null ? null : `To ${one.address}`,
      amountCents: moved ? one.amountCents : null,
      direction: moved ? 'in' : null,
      status: withdrawalStateWord(one),
      href,
      booked: dollarEntry('balance', moved ? 0 - (one.amountCents ?? 0) : null, { transaction: one.txHash }),
    };
  });
}
