import type { ActivityItem } from '#domain/activity.ts';
import { paidEntry } from '#domain/book-entry.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { rowId } from '#domain/row-id.ts';
import type { JournalEntry } from '#payments/journal/journal.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';

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
