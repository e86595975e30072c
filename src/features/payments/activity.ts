import { accountIdOf } from '#domain/account.ts';
import type { ActivityItem, ActivityKind } from '#domain/activity.ts';
import { paidEntry } from '#domain/book-entry.ts';
import { networkName } from '#domain/chain.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { rowId } from '#domain/row-id.ts';
import type { JournalEntry } from '#payments/journal.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { productName, stateWord } from './payment-words.ts';

const KINDS: ReadonlyMap<string, ActivityKind> = new Map([
  ['auth', 'sign-in'],
  ['gift-card', 'gift-card'],
  ['push-to-card', 'transfer'],
]);

/** A card that was delivered is in Laso's list: told twice it would be counted twice. */
const isListed = (row: PaymentSummary): boolean => row.state === 'delivered' && !KINDS.has(row.product.kind);

/**
 * The payments of this browser, other than those that Laso lists itself. Gift cards and transfers have the same key in the vault, which knows more of
 * them.
 */
export const paymentActivity = (entries: readonly JournalEntry[], href: string): ActivityItem[] =>
  entries.flatMap((entry) => {
    if (entry.kind === 'corrupt' || isListed(entry.row)) return [];
    const { row } = entry;
    const paid = row.state === 'delivered' || row.state === 'paid-not-delivered';
    const startedAtMs = row.history[0]?.atMs ?? Number.NaN;
    return [
      {
        key: rowId('payment', row.id),
        accountId: accountIdOf(row.accountId),
        kind: KINDS.get(row.product.kind) ?? 'payment',
        // A time that no Date holds is none.
        when: Number.isNaN(new Date(startedAtMs).getTime()) ? null : { kind: 'instant', ms: startedAtMs },
        title: productName(row),
        detail: networkName(row.network),
        amountCents: usdcAtomicToCents(BigInt(row.amountAtomic)),
        direction: paid ? 'out' : null,
        status: stateWord[row.state],
        href,
        booked: paidEntry({
          // One of the candidates is its card: their orders are booked already.
          paidAtomic: paid && row.candidateIds.length === 0 ? BigInt(row.amountAtomic) : null,
          transaction: row.transaction,
        }),
      },
    ];
  });

/** What this browser knows of the payments behind items that others tell of: of a listed card, or of what is in the vault. */
export function withPayments(
  items: readonly ActivityItem[],
  entries: readonly JournalEntry[],
): ActivityItem[] {
  const rows = entries.flatMap((entry) => (entry.kind === 'row' ? [entry.row] : []));
  const known = new Map<string, PaymentSummary>();
  for (const row of rows) {
    known.set(rowId('payment', row.id), row);
    if (row.state === 'delivered' && row.cardId !== null) known.set(rowId('order', row.cardId), row);
  }
  return items.map((item) => {
    const { booked, key, kind } = item;
    if (!booked || booked.book !== 'wallet' || booked.transaction !== null) return item;
    // An order has the id it was ordered under in its key; its payment may have been found by the one it got later.
    const row =
      known.get(key) ?? (kind === 'order' ? known.get(rowId('order', booked.cardId ?? '')) : undefined);
    return row ? told(item, row) : item;
  });
}

/** The row knows what was paid, to the last digit, and the transaction. */
function told(item: ActivityItem, row: PaymentSummary): ActivityItem {
  const { booked } = item;
  if (!booked) return item;
  const paidAtomic = BigInt(row.amountAtomic);
  const faceMicros = booked.amountMicros === null ? null : -booked.amountMicros - (booked.feeMicros ?? 0n);
  // An amount was exported under the payment's key while nothing had come of it: its order must not be another row of the same money.
  const wasUndelivered = row.history.some(({ state }) => state === 'paid-not-delivered');
  return {
    ...item,
    key: wasUndelivered ? rowId('payment', row.id) : item.key,
    amountCents: usdcAtomicToCents(paidAtomic),
    booked: paidEntry({ paidAtomic, faceMicros, cardId: booked.cardId, transaction: row.transaction }),
  };
}
