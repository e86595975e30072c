/** For tests: a product that Laso does not sell, as a feature would write it. */
import { memberOf } from '#domain/member-of.ts';
import { centsToQuery, centsToUsdcAtomic } from '#domain/money.ts';
import { kindOf, type ProductKind } from '#domain/product-kind.ts';
import { readTypedAmount } from '#domain/typed-amount.ts';
import type { Order } from '#payments/quote/order-review.ts';
import { orderAgainByAmount, type Product } from '#payments/quote/product.ts';
import { MADE_UP_FACTS, MADE_UP_KIND } from './made-up-facts.ts';

interface SeatToOrder extends Order {
  readonly seat: string;
}

/** The kind as the table of facts has it; the test adds it there. */
function madeUpKind(): ProductKind {
  const kind = kindOf(MADE_UP_KIND);
  if (kind === null) throw new Error('The made-up product has no facts.');
  return kind;
}

/** What a form's fields give; null where they give no order. */
export function readSeatOrder(fields: { amount: string; seat: string }): SeatToOrder | null {
  const { units } = readTypedAmount(fields.amount, { otherwise: 'Enter an amount.' });
  return units === null ? null : { kind: madeUpKind(), amountCents: units, seat: fields.seat };
}

export const seatProduct = (): Product<SeatToOrder, { ticket: string }> => ({
  ...MADE_UP_FACTS,
  kind: madeUpKind(),
  links: {
    orderAgain: (order, retryOf) => orderAgainByAmount('/order/seat', order, retryOf),
    delivered: { path: '/seats', label: 'Open the ticket' },
  },
  requestUrl: (baseUrl, { amountCents, seat }) =>
    `${baseUrl}/get-seat?${new URLSearchParams({ amount: centsToQuery(amountCents), seat }).toString()}`,
  price: ({ amountCents }) => ({ kind: 'exact', atomic: centsToUsdcAtomic(amountCents) }),
  words: ({ amountCents, seat }) => ({
    noun: 'seat',
    get: { what: `Seat ${seat}`, cents: amountCents },
    fee: { atomic: 0n, note: 'None.' },
    making: 'books the seat',
  }),
  readDelivered: (body) => {
    const ticket = memberOf(body, 'card');
    return typeof ticket === 'string' ? { ticket } : null;
  },
  listed: () => ({ cardId: null }),
  storedOrder: ({ kind, amountCents, ...rest }) =>
    kind === MADE_UP_KIND && typeof rest['seat'] === 'string'
      ? { kind: madeUpKind(), amountCents, seat: rest['seat'] }
      : null,
});
