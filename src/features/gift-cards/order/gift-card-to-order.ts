import * as z from 'zod/mini';
import type { CurrencyAmount } from '#domain/currency-amount.ts';
import type { Order } from '#payments/quote/order-review.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';

/** What the form gives and the journal keeps. `units` of 10^−`exponent` of the product's currency. */
export interface GiftCardToOrder extends Order, CurrencyAmount {
  readonly kind: 'gift-card';
  /** `laso_server_id` */
  readonly id: string;
  readonly name: string;
  readonly country: string;
}

const schema = z.object({
  kind: z.literal('gift-card'),
  amountCents: z.int(),
  id: z.string(),
  name: z.string(),
  country: z.string(),
  units: z.int(),
  exponent: z.int(),
  currency: z.nullable(z.string()),
});

/** The order of a payment's row; null when it is another product's, or not readable any more. */
export function readStoredOrder(product: PaymentSummary['product']): GiftCardToOrder | null {
  const parsed = z.safeParse(schema, product);
  return parsed.success ? parsed.data : null;
}
