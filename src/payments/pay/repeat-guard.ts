import { factsOf } from '#domain/product-kind.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { PaymentError } from '../payment-error.ts';
import type { PaymentSummary } from '../journal/payment-row.ts';
import type { UnreadableRecord } from '../journal/unreadable-record.ts';

type Ordered = Pick<PaymentSummary, 'product' | 'payer'>;

/**
 * The same order, whose earlier payment may have gone through: never a second time without being told so (product.md §5), whichever wallet
 * paid then. A record that cannot be read counts as one, unless it says that it is of another order. `rows` and `unreadable` are those the person
 * may see. Throws PaymentError `possible-repeat` with the rows it found.
 */
export function refuseRepeat(
  rows: readonly PaymentSummary[],
  review: ReviewedOrder,
  acknowledged: readonly string[],
  unreadable: readonly UnreadableRecord[] = [],
): void {
  const order = { product: { ...review.product }, payer: review.payer };
  const open = rows.filter(
    (row) =>
      (row.state === 'unknown' || row.state === 'sent') &&
      row.dismissed === null &&
      sameOrder(row, order) &&
      !acknowledged.includes(row.id),
  );
  const dark = unreadable.filter(
    (record) => record.mayBeOpen && mayBeSame(record, order) && !acknowledged.includes(record.key),
  );
  if (open.length + dark.length === 0) return;
  if (open.length === 0)
    throw new PaymentError(
      'possible-repeat',
      'A record of an earlier payment cannot be read: it is damaged, or of a newer version of this page. It may be the same order, and paid. Look at it under Payments, or reload this page, before you pay. Nothing was paid this time.',
      { rowIds: dark.map(({ key }) => key) },
    );
  throw new PaymentError(
    'possible-repeat',
    'An earlier payment for the same order may have gone through. Look at it under Payments before you pay again. Nothing was paid this time.',
    { rowIds: [...open.map((row) => row.id), ...dark.map(({ key }) => key)] },
  );
}

/** What was ordered, not what it cost: prices in other currencies move by cents between two quotes. */
function sameOrder(one: Ordered, other: Ordered): boolean {
  if (one.product.kind !== other.product.kind) return false;
  const facts = factsOf(one.product.kind);
  const sameWallet = one.payer.toLowerCase() === other.payer.toLowerCase();
  if (facts?.signsIn && !sameWallet) return false;
  const members = ['amountCents', ...(facts?.sameOrderBy ?? [])];
  return identityOf(one.product, members) === identityOf(other.product, members);
}

/** What cannot be read of a record may be anything. */
const mayBeSame = ({ product }: UnreadableRecord, order: Ordered): boolean =>
  product === null ||
  (product.kind === order.product.kind && product.amountCents === order.product.amountCents);

const identityOf = (product: PaymentSummary['product'], members: readonly string[]): string =>
  JSON.stringify(members.map((member) => product[member] ?? USUAL[member] ?? null));

/** What a member means where the order does not have it. */
const USUAL: Readonly<Record<string, string>> = { currency: 'USD' };
