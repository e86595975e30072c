import type { ReviewedOrder } from './order-review.ts';
import { PaymentError } from './payment-error.ts';
import type { PaymentSummary } from './payment-row.ts';

type Ordered = Pick<PaymentSummary, 'product' | 'payer'>;

/**
 * The same order, whose earlier payment may have gone through: never a second time without being told so (product.md §5), whichever wallet
 * paid then. `rows` are those the person may see. Throws PaymentError `possible-repeat` with the rows it found.
 */
export function refuseRepeat(
  rows: readonly PaymentSummary[],
  review: ReviewedOrder,
  acknowledged: readonly string[],
): void {
  const open = rows.filter(
    (row) =>
      (row.state === 'unknown' || row.state === 'sent') &&
      row.dismissed === null &&
      sameOrder(row, { product: { ...review.product }, payer: review.payer }) &&
      !acknowledged.includes(row.id),
  );
  if (open.length === 0) return;
  throw new PaymentError(
    'possible-repeat',
    'An earlier payment for the same order may have gone through. Look at it under Payments before you pay again. Nothing was paid this time.',
    { rowIds: open.map((row) => row.id) },
  );
}

/** What was ordered, not what it cost: prices in other currencies move by cents between two looks. */
function sameOrder(one: Ordered, other: Ordered): boolean {
  const sameWallet = one.payer.toLowerCase() === other.payer.toLowerCase();
  // A sign-in is the wallet's own: with another wallet it is another one.
  if (one.product.kind === 'auth' && !sameWallet) return false;
  return identityOf(one.product) === identityOf(other.product);
}

/** By the members that the products of today name their amount with; dollars where no currency is told. */
const identityOf = (product: PaymentSummary['product']): string =>
  JSON.stringify([
    product.kind,
    product['id'] ?? null,
    product.amountCents,
    product['units'] ?? null,
    product['exponent'] ?? null,
    product['currency'] ?? 'USD',
    product['country'] ?? null,
  ]);
