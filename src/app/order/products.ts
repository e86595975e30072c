import { giftCardProduct } from '#features/gift-cards/order/gift-card-order.ts';
import { intlCardProduct } from '#features/orders/intl-card-product.ts';
import { usCardProduct } from '#features/orders/us-card-product.ts';
import { createPushProduct } from '#features/push-to-card/push-product.ts';
import { findProductOf, type Product } from '#payments/quote/product.ts';
import type { Order } from '#payments/quote/order-review.ts';
import type { FindProduct } from '#payments/pay/outcome.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { vault } from '#session/browser-vault.ts';

type Reader = (row: PaymentSummary) => FindProduct | null;

const readerOf =
  <O extends Order, Delivered>(product: Product<O, Delivered>): Reader =>
  (row) => {
    const order = product.storedOrder(row.product);
    // What comes only once is put away by the product's own `keep`; nothing else is needed on Payments.
    return order && findProductOf(product, order, () => undefined);
  };

/** Every product this page sells, by its kind. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ['us-card', readerOf(usCardProduct)],
  ['intl-card', readerOf(intlCardProduct)],
  ['push-to-card', readerOf(createPushProduct(vault))],
  ['gift-card', readerOf(giftCardProduct(vault))],
]);

/** How to read the answer to a stored payment that is sent again. Of a kind nobody knows nothing is ever found: "paid, not delivered". */
export const findProductFor = (row: PaymentSummary): FindProduct =>
  READERS.get(row.product.kind)?.(row) ?? (() => null);
