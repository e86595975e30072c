import { centsToQuery } from '#domain/money.ts';
import type { ProductFacts } from '#domain/product-facts.ts';
import type { Finding } from './finding.ts';
import type { DeliveredProduct, FindProduct } from '../pay/outcome.ts';
import type { Order } from './order-review.ts';
import type { PaymentRow, PaymentSummary } from '../journal/payment-row.ts';
import type { PriceRule } from './price-rule.ts';

/** What review, progress and receipt say about an order: text, drawn by whoever shows it. */
export interface OrderWords {
  /** In the middle of a sentence: "card", "gift card", "transfer". */
  readonly noun: string;
  /** "U.S. card" with $50.00; empty where the amount is all. `label` replaces "You get" where somebody else gets it; `cents` is null where there is no amount. */
  readonly get: {
    readonly label?: string;
    readonly what: string;
    readonly cents: number | null;
    /** ISO code; US dollars when it is not said. */
    readonly currency?: string;
  };
  /** `atomic` is null where it cannot be told apart from the price. */
  readonly fee: { readonly atomic: bigint | null; readonly note: string };
  /** What Laso does after the payment: "makes the card". */
  readonly making: string;
  /** Further lines of the receipt: the terms that matter now. */
  readonly lines?: readonly {
    readonly key: string;
    readonly label: string;
    readonly text: string;
    readonly note?: string;
  }[];
}

/** Where a payment of this product leads to: paths of this app. */
export interface ProductLinks<O extends Order> {
  /** The form with the same order in it, as another try of the payment `retryOf`. */
  orderAgain(order: O, retryOf: string): string;
  /** The page that shows what came only once (a code, a link); null where the card list shows it. */
  readonly delivered: { readonly path: string; readonly label: string } | null;
}

/**
 * One thing Laso sells: its facts (domain/product-facts.ts) and what the order flow needs to know beside them. The flow itself
 * (features/orders) is the same for all. Written by the feature that owns the product, with `laso/` for the wire. `O` is what the
 * form gives and the journal keeps; `Delivered` is what a 2xx brings and may be secret: it stays in memory.
 */
export interface Product<O extends Order, Delivered> extends ProductFacts {
  readonly kind: O['kind'];
  readonly sameOrderBy: readonly Extract<keyof O, string>[];
  readonly links: ProductLinks<O>;
  requestUrl(apiBaseUrl: string, order: O): string;
  price(order: O): PriceRule;
  /** What speaks against this price beside the guard's own checks; with any it cannot be paid. */
  objections?(order: O, priceAtomic: bigint): readonly Finding[];
  /** `paidAtomic` is the price of the quote, later what was paid. */
  words(order: O, paidAtomic: bigint, delivered: Delivered | null): OrderWords;
  /** From the body of a 2xx. Null (or a throw): it holds nothing usable, "paid, not delivered". */
  readDelivered(body: unknown, order: O): Delivered | null;
  /** What of it the journal may keep. */
  listed(delivered: Delivered): Omit<DeliveredProduct, 'keep' | 'isAnothers'>;
  /** Commits what comes only once (a gift card's code to the vault) before the row is delivered. A rejection leaves it undelivered. */
  keep?(delivered: Delivered, row: PaymentRow): Promise<void>;
  /** Whether the very same secret is on this device already, from another payment: then the answer is an older one. */
  isAnothers?(delivered: Delivered, row: PaymentRow): Promise<boolean>;
  /** The order of a stored row, to send its payment again; null when the row is not (or no longer) readable as one. */
  storedOrder(product: PaymentSummary['product']): O | null;
}

/** The delivery as the journal's half takes it. */
export const deliveredProduct = <O extends Order, Delivered>(
  product: Product<O, Delivered>,
  delivered: Delivered,
): DeliveredProduct => ({
  ...product.listed(delivered),
  keep: async (row) => product.keep?.(delivered, row),
  isAnothers: async (row) => (await product.isAnothers?.(delivered, row)) ?? false,
});

/** Reads the delivery from an answer; `onDelivered` gets it whole, for the screen. */
export const findProductOf =
  <O extends Order, Delivered>(
    product: Product<O, Delivered>,
    order: O,
    onDelivered: (delivered: Delivered) => void,
  ): FindProduct =>
  (body) => {
    const delivered = product.readDelivered(body, order);
    if (delivered === null) return null;
    onDelivered(delivered);
    return deliveredProduct(product, delivered);
  };

/** A form's address with an amount to order again, in U.S. dollars where no currency is given. */
export function orderAgainByAmount(
  formPath: string,
  { amountCents, currency }: { readonly amountCents: number; readonly currency?: string },
  retryOf: string,
): string {
  const fields = { amount: centsToQuery(amountCents), ...(currency && { currency }), retry: retryOf };
  return `${formPath}?${new URLSearchParams(fields).toString()}`;
}
