import { expect, test } from 'vitest';
import { giftCardRequestUrl, parseGiftCardOrder } from './order-gift-card.ts';

const CARD = {
  card_id: 'gc_4m71',
  laso_server_id: 'amazon-us',
  amount: 50,
  currency: 'USD',
  country: 'US',
  redemption_url: null,
  redemption_code: 'ABCD-1234',
  pin_code: null,
  status: 'completed',
  timestamp: 1_700_000_000_000,
};

test.each([
  [5_000, 2, 'amount=50&'],
  [2_499, 2, 'amount=24.99&'],
  [505, 2, 'amount=5.05&'],
  [2_625, 3, 'amount=2.625&'],
  [1_500, 0, 'amount=1500&'],
])('%d units of 10^-%d are asked for exactly', (units, exponent, query) => {
  const url = giftCardRequestUrl('https://laso.finance/', {
    lasoServerId: 'a/b&c',
    units,
    exponent,
    country: 'DE',
  });
  expect(url).toBe(`https://laso.finance/order-gift-card?${query}laso_server_id=a%2Fb%26c&country=DE`);
});

test('the answer holds the code, which stays a secret until asked for', () => {
  const card = parseGiftCardOrder({ gift_card: CARD });
  expect(card).toMatchObject({ cardId: 'gc_4m71', orderedAtMs: 1_700_000_000_000 });
  expect(card.amount).toEqual({ units: 5_000, exponent: 2, currency: 'USD' });
  expect(card.secret.code?.reveal()).toBe('ABCD-1234');
  expect(card.secret).toMatchObject({ pin: null, url: null });
  expect(JSON.stringify(card)).not.toContain('ABCD');
});

test.each([
  ['24.99', 'usd', { units: 2_499, exponent: 2, currency: 'USD' }],
  [2.625, 'KWD', { units: 2_625, exponent: 3, currency: 'KWD' }],
  [1500, 'JPY', { units: 1_500, exponent: 0, currency: 'JPY' }],
  [50, null, { units: 5_000, exponent: 2, currency: null }],
  [null, 'USD', null],
  ['fifty', 'USD', null],
  [-5, 'USD', null],
  [1.23456, 'USD', null],
])('what it is worth is read from the answer: %j %j', (amount, currency, read) => {
  expect(parseGiftCardOrder({ gift_card: { ...CARD, amount, currency } }).amount).toEqual(read);
});

test('a code is kept whatever is broken beside it, every character of it', () => {
  const card = parseGiftCardOrder({
    gift_card: { redemption_code: ' a b ', pin_code: 123, redemption_url: { href: 'x' } },
  });
  expect(card.secret.code?.reveal()).toBe(' a b ');
  expect(card.secret.pin?.reveal()).toBe('123');
  expect(card.secret.url?.reveal()).toBe('{"href":"x"}');
  expect(card.cardId).toBeNull();
});

test('a link alone is enough, also one that must not be opened', () => {
  const card = parseGiftCardOrder({
    gift_card: { ...CARD, redemption_code: '', redemption_url: 'javascript:alert(1)' },
  });
  expect(card.secret.url?.reveal()).toBe('javascript:alert(1)');
  expect(card.secret.code).toBeNull();
});

test.each([
  null,
  'ok',
  {},
  { success: true },
  { gift_card: null },
  { gift_card: {} },
  { gift_card: { ...CARD, redemption_code: null } },
  { gift_card: { ...CARD, redemption_code: '  ' } },
])('without anything to redeem it is a bad answer: %j', (body) =>
  expect(() => parseGiftCardOrder(body)).toThrow(expect.objectContaining({ kind: 'bad-answer' })),
);
