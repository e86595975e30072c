import { accountIdOf } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { dollarCents, formatAmount } from '#domain/currency-amount.ts';
import type { VaultItem } from '#storage/vault-entry.ts';

/** Gift cards bought in this browser, for the feed: what, when, how much; never a code. `href`: the page that lists them. */
export const giftCardActivity = (items: readonly VaultItem[], href: string): ActivityItem[] =>
  items
    .filter(({ kind }) => kind === 'gift-card')
    .map(({ id, account, label, amount, boughtAtMs, usedAtMs }) => ({
      key: `gift-card ${id}`,
      accountId: accountIdOf(account),
      kind: 'gift-card',
      when: { kind: 'instant', ms: boughtAtMs },
      title: `${label} gift card`,
      detail: amount && formatAmount(amount),
      amountCents: amount && dollarCents(amount),
      direction: 'out',
      status: usedAtMs === null ? 'Not used' : 'Used',
      href,
    }));
