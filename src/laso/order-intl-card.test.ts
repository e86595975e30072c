import { describe, expect, test } from 'vitest';
import { intlCardPriceAtomic, intlCardRequestUrl, parseIntlCardOrder } from './order-intl-card.ts';

test('the documented price is 3.8 % above what goes onto the card, exactly', () => {
  expect(intlCardPriceAtomic(25_000)).toBe(259_500_000n);
  expect(intlCardPriceAtomic(10_000)).toBe(103_800_000n);
  expect(intlCardPriceAtomic(10_100)).toBe(104_838_000n);
  expect(intlCardPriceAtomic(100_000)).toBe(1_038_000_000n);
});

test('whole dollars are asked for as such', () =>
  expect(intlCardRequestUrl('https://laso.finance', 25_000)).toBe(
    'https://laso.finance/order-intl-card?amount=250',
  ));

describe('the answer to a paid order', () => {
  const order = {
    card_id: 'q-1',
    on_card_usd_amount: 250,
    charged_usd_amount: 259.5,
    status: 'queued',
    timestamp: 1_700_000_000_000,
  };
  const read = {
    cardId: 'q-1',
    onCardCents: 25_000,
    chargedCents: 25_950,
    orderedAtMs: 1_700_000_000_000,
  };
  test('holds the queue’s id, the amounts and Laso’s time', () =>
    expect(parseIntlCardOrder({ intl_card_order: order, message: 'Queued' })).toEqual(read));
  test('is an order without an id too: the list has it (R18)', () => {
    const { card_id: _id, ...without } = order;
    expect(parseIntlCardOrder({ intl_card_order: without })).toEqual({ ...read, cardId: null });
  });
  test.each([null, 'ok', {}, { success: true }, { intl_card_order: null }, { intl_card_order: {} }])(
    'that speaks of no order is a bad answer: %j',
    (body) => expect(() => parseIntlCardOrder(body)).toThrow(expect.objectContaining({ kind: 'bad-answer' })),
  );
});
