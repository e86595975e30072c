import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  faceWithinCents,
  parsePushTransfer,
  priceOnTopAtomic,
  PUSH_MAX_CENTS,
  PUSH_MIN_CENTS,
  pushRequestUrl,
} from './get-push-to-card.ts';

const URL_TEXT = 'https://pay.runa.io/CANARY-8f2k';
const paid = {
  success: true,
  amount: 95.41,
  amount_paid: 100,
  redemption_url: URL_TEXT,
  note: 'For U.S. debit cards only.',
};

test('the request names the amount, and a currency only when one was chosen', () => {
  expect(pushRequestUrl('https://laso.finance/', { amountCents: 954_198 })).toBe(
    'https://laso.finance/get-push-to-card?amount=9541.98',
  );
  expect(pushRequestUrl('https://laso.finance', { amountCents: 10_000, currency: 'EUR' })).toBe(
    'https://laso.finance/get-push-to-card?amount=100&currency=EUR',
  );
});

test.each([
  [10_000, 9_541],
  [1_000, 954],
  [954_198, 910_494],
  [10_480, 10_000],
])('%d cents paid are %d for the recipient, the fee within', (paidCents, face) =>
  expect(faceWithinCents(paidCents)).toBe(face),
);

test('the recipient’s part and 4.8 % of it are never more than what is paid, and one cent more would be', () => {
  fc.assert(
    fc.property(fc.integer({ min: PUSH_MIN_CENTS, max: PUSH_MAX_CENTS }), (paidCents) => {
      const face = faceWithinCents(paidCents);
      expect(face * 1_048).toBeLessThanOrEqual(paidCents * 1_000);
      expect((face + 1) * 1_048).toBeGreaterThan(paidCents * 1_000);
    }),
  );
});

test.each([
  [1_000, 11_500_000n],
  [3_125, 32_750_000n],
  [10_000, 104_800_000n],
  [954_198, 9_999_995_040n],
])('%d cents with the fee on top cost %d', (faceCents, atomic) =>
  expect(priceOnTopAtomic(faceCents)).toBe(atomic),
);

describe('the answer to a paid transfer', () => {
  test('is read as documented, and its URL stays a secret until asked for', () => {
    const transfer = parsePushTransfer(paid);
    expect(transfer).toMatchObject({ amountCents: 9_541, amountPaidCents: 10_000, currency: 'USD' });
    expect(transfer.redemptionUrl.reveal()).toBe(URL_TEXT);
    expect(`${JSON.stringify(transfer)} ${String(transfer.redemptionUrl)}`).not.toContain('CANARY');
  });

  test('in the newer form names a currency and no amount paid', () => {
    expect(parsePushTransfer({ amount: '100', currency: 'eur', redemption_url: URL_TEXT })).toMatchObject({
      amountCents: 10_000,
      amountPaidCents: null,
      currency: 'EUR',
      note: null,
    });
  });

  test.each(['javascript:alert(1)', ' https://pay.runa.io/ ', 'see your e-mail'])(
    'keeps %j exactly as it came',
    (url) => expect(parsePushTransfer({ redemption_url: url }).redemptionUrl.reveal()).toBe(url),
  );

  test.each([
    null,
    'ok',
    {},
    { success: true },
    { ...paid, redemption_url: '' },
    { ...paid, redemption_url: null },
    [],
  ])('without a URL it is a bad answer: %j', (body) =>
    expect(() => parsePushTransfer(body)).toThrow(expect.objectContaining({ kind: 'bad-answer' })),
  );
});
