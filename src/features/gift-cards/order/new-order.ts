import { unitsToQuery } from '#domain/currency-amount.ts';
import type { GiftCardProduct } from '#domain/gift-card.ts';
import { centsFromWire } from '#domain/money.ts';
import type { GiftCardToOrder } from './gift-card-to-order.ts';

/** An order of a product, `units` already checked against it. */
export const newOrder = (product: GiftCardProduct, units: number, country: string): GiftCardToOrder => ({
  kind: 'gift-card',
  // The journal's own measure, for lists: to the cent, also where the currency is finer. What is ordered is `units`.
  amountCents: centsFromWire(unitsToQuery(units, product.exponent)) ?? 0,
  id: product.id,
  name: product.name,
  country,
  units,
  exponent: product.exponent,
  currency: product.currency,
});
