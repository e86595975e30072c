import { paths } from '#config/paths.ts';
import { centsToUsdcAtomic } from '#domain/money.ts';
import { PRODUCT_FACTS } from '#domain/product-facts.ts';
import {
  intlCardPriceAtomic,
  intlCardRequestUrl,
  parseIntlCardOrder,
  type IntlCardOrder,
} from '#laso/order-intl-card.ts';
import { orderAgainByAmount, type Product } from '#payments/quote/product.ts';
import type { Order } from '#payments/quote/order-review.ts';

interface IntlCardToOrder extends Order {
  readonly kind: 'intl-card';
}

/** `GET /order-intl-card`: what goes onto the card and 3.8 %, as documented; the quote decides. */
export const intlCardProduct: Product<IntlCardToOrder, IntlCardOrder> = {
  ...PRODUCT_FACTS['intl-card'],
  kind: 'intl-card',
  links: {
    orderAgain: (order, retryOf) => orderAgainByAmount(paths.orderIntlCard, order, retryOf),
    delivered: null,
  },
  requestUrl: (baseUrl, { amountCents }) => intlCardRequestUrl(baseUrl, amountCents),
  price: ({ amountCents }) => ({ kind: 'at-quote', previewAtomic: intlCardPriceAtomic(amountCents) }),
  words: ({ amountCents }, paidAtomic) => {
    const above = paidAtomic - centsToUsdcAtomic(amountCents);
    return {
      noun: 'card',
      get: { what: 'International card', cents: amountCents },
      fee: {
        atomic: above > 0n ? above : 0n,
        note:
          paidAtomic < intlCardPriceAtomic(amountCents)
            ? 'Less than the usual 3.8%. Laso also pays the network fee.'
            : 'Usually 3.8%. Laso also pays the network fee.',
      },
      lines: [
        {
          key: 'when',
          label: 'Ready',
          text: 'Within 24 hours',
          note: 'While it is queued you can cancel: the charge then goes to your Laso balance.',
        },
      ],
      making: 'queues the card',
    };
  },
  readDelivered: (body) => parseIntlCardOrder(body),
  listed: ({ cardId, orderedAtMs }) => ({ cardId, orderedAtMs }),
  storedOrder: ({ kind, amountCents }) => (kind === 'intl-card' ? { kind, amountCents } : null),
};
