import { accountIdOf } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { formatAmount } from '#domain/currency-amount.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import type { VaultItem } from '#storage/vault-entry.ts';

/** The transfers of the vault as lines of the activity feed; `href` is this product's page. Their links are not in it. */
export function transferActivity(items: readonly VaultItem[], href: string): ActivityItem[] {
  return items
    .filter(({ kind }) => kind === 'transfer')
    .map((item) => ({
      key: `transfer ${item.id}`,
      accountId: accountIdOf(item.account),
      kind: 'transfer',
      when: { kind: 'instant', ms: item.boughtAtMs },
      title: 'Push to card',
      detail: item.amount ? `Recipient gets ${formatAmount(item.amount)}` : null,
      amountCents: paidCents(item),
      direction: 'out',
      status: transferWord(item),
      href,
    }));
}

/** What was paid, in whole cents of dollars; null where it was not written down. */
export function paidCents({ details }: Pick<VaultItem, 'details'>): number | null {
  const paid = details['paidUsdcAtomic'];
  return paid !== undefined && /^\d{1,30}$/.test(paid) ? usdcAtomicToCents(BigInt(paid)) : null;
}

export const transferWord = ({ doneAtMs }: Pick<VaultItem, 'doneAtMs'>): string =>
  doneAtMs === null ? 'Not completed yet' : 'Completed';
