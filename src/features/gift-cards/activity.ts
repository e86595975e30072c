import { accountIdOf } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { microsOfCents, paidEntry } from '#domain/book-entry.ts';
import { dollarCents, formatAmount } from '#domain/currency-amount.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { rowId } from '#domain/row-id.ts';
import { paidAtomicOf, type VaultItem } from '#storage/vault-entry.ts';

/**
 * Gift cards bought in this browser, for the feed: what, when, what was paid (its value where that was not written down); never a code. `href`: the
 * page that lists them.
 */
export const giftCardActivity = (items: readonly VaultItem[], href: string): ActivityItem[] =>
  items
    .filter(({ kind }) => kind === 'gift-card')
    .map((item) => {
      const { amount } = item;
      const paidAtomic = paidAtomicOf(item);
      const faceCents = amount && dollarCents(amount);
      return {
        // The id of its payment, as long as it was not delivered too.
        key: rowId('payment', item.id),
        accountId: accountIdOf(item.account),
        kind: 'gift-card',
        when: { kind: 'instant', ms: item.boughtAtMs },
        title: `${item.label} gift card`,
        detail: amount && formatAmount(amount),
        amountCents: paidAtomic === null ? faceCents : usdcAtomicToCents(paidAtomic),
        direction: 'out',
        status: item.usedAtMs === null ? 'Not used' : 'Used',
        href,
        booked: paidEntry({
          paidAtomic,
          faceMicros: faceCents === null ? null : microsOfCents(faceCents),
          cardId: item.details['cardId'] ?? null,
        }),
      };
    });
