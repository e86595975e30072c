import type { ListedProduct } from './evidence.ts';
import { lacksItsId, type PaymentSummary } from '../journal/payment-row.ts';
import type { UnreadableRecord } from '../journal/unreadable-record.ts';

/** Laso's clock, ours and the chain's need not agree; the ids known before sending do most of the work. */
const BEFORE_MS = 20 * 60_000;
const AFTER_MS = 60 * 60_000;

/** Sent, and what it brought is not known yet. */
const OPEN: ReadonlySet<string> = new Set(['sent', 'unknown', 'paid-not-delivered']);

/**
 * Which of the listed products this payment may have bought: of its kind and amount, not there before, ordered around the
 * payment, and not already the delivery of another row: a new card closes one row only (product.md §5).
 */
export function productsFor(
  row: PaymentSummary,
  listed: readonly ListedProduct[],
  allRows: readonly PaymentSummary[],
): ListedProduct[] {
  const known = new Set(row.knownProductIds ?? []);
  const taken = takenBeside(row, allRows);
  const [fromMs, untilMs] = boughtBetween(row);
  const fitting = listed.filter(
    ({ id, kind, amountCents, orderedAtMs }) =>
      kind === row.product.kind &&
      !known.has(id) &&
      !taken.has(id) &&
      amountCents === row.product.amountCents &&
      (orderedAtMs === null || (orderedAtMs >= fromMs && orderedAtMs <= untilMs)),
  );
  // Laso told when it took the order, though not its id: the list has the same time (lessons.md R18).
  const exact = fitting.filter(({ orderedAtMs }) => orderedAtMs !== null && orderedAtMs === row.orderedAtMs);
  return exact.length === 1 ? exact : fitting;
}

/**
 * Whether another payment whose story is not finished may have bought the product just as well. Then nobody but a person can tell: given to one row
 * by guess, it would hide that the other one's money brought nothing.
 */
export const isContested = (
  product: ListedProduct,
  row: Pick<PaymentSummary, 'id' | 'payer'>,
  allRows: readonly PaymentSummary[],
): boolean =>
  allRows.some(
    (other) =>
      other.id !== row.id &&
      other.payer.toLowerCase() === row.payer.toLowerCase() &&
      (OPEN.has(other.state) || lacksItsId(other) || isUnproven(other)) &&
      productsFor(other, [product], allRows).length > 0,
  );

/** Delivered by an answer alone, the chain not asked yet: its card may turn out to be another one. */
const isUnproven = ({ state, cardId, settledAtSec }: PaymentSummary): boolean =>
  state === 'delivered' && cardId !== null && settledAtSec === null;

/** Whether a record that this page cannot read may be of the same kind of order, not finished: what fits this row may have been bought by that one. */
export const isShadowed = (
  { payer, product }: Pick<PaymentSummary, 'payer' | 'product'>,
  unreadable: readonly UnreadableRecord[],
): boolean =>
  unreadable.some(
    (other) =>
      other.mayBeOpen &&
      (other.payer === null || other.payer.toLowerCase() === payer.toLowerCase()) &&
      (other.product === null ||
        (other.product.kind === product.kind && other.product.amountCents === product.amountCents)),
  );

/** Which of the products a row may choose from are still nobody else's: what it wrote down earlier may be another row's by now. */
export const freeCandidates = (
  row: Pick<PaymentSummary, 'id' | 'candidateIds'>,
  allRows: readonly PaymentSummary[],
): string[] => {
  const taken = takenBeside(row, allRows);
  return row.candidateIds.filter((id) => !taken.has(id));
};

const takenBeside = (
  row: Pick<PaymentSummary, 'id'>,
  allRows: readonly PaymentSummary[],
): ReadonlySet<string | null> =>
  new Set(allRows.filter(({ id }) => id !== row.id).map(({ cardId }) => cardId));

/** Chain time where the transfer is proven; else from the first sending to the end of the authorisation. */
function boughtBetween(row: PaymentSummary): readonly [number, number] {
  if (row.settledAtSec !== null)
    return [row.settledAtSec * 1000 - BEFORE_MS, row.settledAtSec * 1000 + AFTER_MS];
  const sentAtMs = row.history.find(({ state }) => state === 'sent')?.atMs ?? row.history[0]?.atMs ?? 0;
  const endMs = Math.max(sentAtMs, (row.validBeforeSec ?? 0) * 1000);
  return [sentAtMs - BEFORE_MS, endMs + AFTER_MS];
}
