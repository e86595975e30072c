import { paths } from '#config/paths.ts';
import { centsToUsdcAtomic } from '#domain/money.ts';
import { PRODUCT_FACTS } from '#domain/product-facts.ts';
import { parseUsCardOrder, usCardRequestUrl, type UsCardOrder } from '#laso/get-card.ts';
import { orderAgainByAmount, type Product } from '#payments/quote/product.ts';
import type { Order } from '#payments/quote/order-review.ts';

export interface UsCardToOrder extends Order {
  readonly kind: 'us-card';
}

/** `GET /get-card`: costs exactly what goes onto the card. */
export const usCardProduct: Product<UsCardToOrder, UsCardOrder> = {
  ...PRODUCT_FACTS['us-card'],
  kind: 'us-card',
  links: {
    orderAgain: (order, retryOf) => orderAgainByAmount(paths.orderUsCard, order, retryOf),
    delivered: null,
  },
  requestUrl: (baseUrl, { amountCents }) => usCardRequestUrl(baseUrl, amountCents),
  price: ({ amountCents }) => ({ kind: 'exact', atomic: centsToUsdcAtomic(amountCents) }),
  words: ({ amountCents }) => ({
    noun: 'card',
    get: { what: 'U.S. card', cents: amountCents },
    fee: { atomic: 0n, note: 'Laso charges none for this card and also pays the network fee.' },
    making: 'makes the card',
  }),
  readDelivered: (body) => parseUsCardOrder(body).order,
  listed: ({ cardId }) => ({ cardId }),
  storedOrder: ({ kind, amountCents }) => (kind === 'us-card' ? { kind, amountCents } : null),
};
