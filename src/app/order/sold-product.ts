import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import type { FindProduct } from '#payments/pay/outcome.ts';
import type { Order } from '#payments/quote/order-review.ts';
import { findProductOf, type Product, type ProductLinks } from '#payments/quote/product.ts';

type Stored = Pick<PaymentSummary, 'id' | 'product'>;

/** A product as the Payments page needs it: for the orders that the journal holds. */
export interface SoldProduct<Kind extends string = string> {
  readonly kind: Kind;
  /** Reads the answer to a payment that is sent again; null where the row cannot be read as an order. */
  findProduct(row: Stored): FindProduct | null;
  /** The form with the same order in it; null where the row cannot be read as an order. */
  orderAgain(row: Stored): string | null;
  readonly delivered: ProductLinks<Order>['delivered'];
}

export const soldProduct = <O extends Order, Delivered>(
  product: Product<O, Delivered>,
): SoldProduct<O['kind']> => ({
  kind: product.kind,
  findProduct: (row) => {
    const order = product.storedOrder(row.product);
    // What comes only once is stored by the product's own `keep`; nothing else is needed on Payments.
    return order && findProductOf(product, order, () => undefined);
  },
  orderAgain: (row) => {
    const order = product.storedOrder(row.product);
    return order && product.links.orderAgain(order, row.id);
  },
  delivered: product.links.delivered,
});
