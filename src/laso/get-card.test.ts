import { describe, expect, test } from 'vitest';
import { parseUsCardOrder, usCardRequestUrl } from './get-card.ts';
import { testIdToken, USER } from '#testing/jwt.ts';

const LATER = Date.UTC(2030, 0, 1);
const paid = {
  auth: { id_token: testIdToken(LATER), refresh_token: 'AMf-1', expires_in: '3600' },
  user_id: USER,
  card: { card_id: 'O-01', usd_amount: 50, country: 'US', status: 'pending', timestamp: 1_700_000_000_000 },
};

test.each([
  [5000, 'https://laso.finance/get-card?amount=50'],
  [25950, 'https://laso.finance/get-card?amount=259.5'],
  [501, 'https://laso.finance/get-card?amount=5.01'],
])('%d cents are asked for exactly', (cents, url) =>
  expect(usCardRequestUrl('https://laso.finance/', cents)).toBe(url),
);

describe('the answer to a paid order', () => {
  test('holds the card and the credentials of who paid', () => {
    const { order, credentials } = parseUsCardOrder(paid);
    expect(order).toEqual({ cardId: 'O-01', usdAmountCents: 5000, status: 'pending' });
    expect(credentials).toMatchObject({ accountId: USER, refreshToken: 'AMf-1', expiresAtMs: LATER });
  });

  test('is a card even when everything else in it is broken', () => {
    expect(parseUsCardOrder({ card: { card_id: 'O-01' } })).toEqual({
      order: { cardId: 'O-01', usdAmountCents: null, status: 'pending' },
      credentials: null,
    });
    expect(parseUsCardOrder({ ...paid, user_id: '0xother' }).credentials).toBeNull();
  });

  test.each([
    null,
    'ok',
    {},
    { success: true },
    { card: null },
    { card: {} },
    { card: { card_id: '' } },
    { card: [] },
  ])('without a usable card it is a bad answer: %j', (body) =>
    expect(() => parseUsCardOrder(body)).toThrow(expect.objectContaining({ kind: 'bad-answer' })),
  );
});
