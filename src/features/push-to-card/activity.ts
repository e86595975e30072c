import { accountIdOf } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { microsOfCents, paidEntry } from '#domain/book-entry.ts';
import { dollarCents, formatAmount } from '#domain/currency-amount.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { rowId } from '#domain/row-id.ts';
import { paidAtomicOf, type VaultItem } from '#storage/vault-entry.ts';

/** The transfers of the vault as lines of the activity feed; `href` is this product's page. Their links are not in it. */
export function transferActivity(items: readonly VaultItem[], href: string): ActivityItem[] {
  return items
    .filter(({ kind }) => kind === 'transfer')
    .map((item) => ({
      // The id of its payment, as long as it was not delivered too.
      key: rowId('payment', item.id),
      accountId: accountIdOf(item.account),
      kind: 'transfer',
      when: { kind: 'instant', ms: item.boughtAtMs },
      title: 'Push to card',
      detail: item.amount ? `Recipient gets ${formatAmount(item.amount)}` : null,
      amountCents: paidCentsOf(item),
      direction: 'out',
      status: transferWord(item),
      href,
      booked: paidEntry({ paidAtomic: paidAtomicOf(item), faceMicros: faceOf(item) }),
    }));
}

function faceOf({ amount }: VaultItem): bigint | null {
  const cents = amount && dollarCents(amount);
  return cents === null ? null : microsOfCents(cents);
}

function paidCentsOf(item: VaultItem): number | null {
  const paid = paidAtomicOf(item);
  return paid === null ? null : usdcAtomicToCents(paid);
}

export const transferWord = ({ doneAtMs }: Pick<VaultItem, 'doneAtMs'>): string =>
  doneAtMs === null ? 'Not completed yet' : 'Completed';
