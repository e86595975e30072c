import { kindOf } from '#domain/product-kind.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import type { FindProduct } from '#payments/pay/outcome.ts';
import type { SoldProduct } from './sold-product.ts';
import { SOLD_PRODUCTS } from './sold-products.ts';

/** What a stored payment bought; null for a sign-in, and for a kind that another version of this page wrote. */
export function productOf({ product }: Pick<PaymentSummary, 'product'>): SoldProduct | null {
  const kind = kindOf(product.kind);
  return kind && SOLD_PRODUCTS[kind];
}

/** How to read the answer to a stored payment that is sent again. Where nothing can be read, it stays "paid, not delivered". */
export const findProductFor = (row: PaymentSummary): FindProduct =>
  productOf(row)?.findProduct(row) ?? (() => null);
