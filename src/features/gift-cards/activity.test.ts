import { expect, test } from 'vitest';
import type { VaultItem } from '#storage/vault-entry.ts';
import { giftCardActivity } from './activity.ts';

const item = (changes: Partial<VaultItem> = {}): VaultItem => ({
  id: 'row-1',
  account: '0xA',
  kind: 'gift-card',
  label: 'Amazon',
  amount: { units: 5_000, exponent: 2, currency: 'USD' },
  details: {},
  boughtAtMs: 1_000,
  savedAtMs: null,
  usedAtMs: null,
  doneAtMs: null,
  ...changes,
});

test('a gift card is one line: dollars as cents, other currencies in words, transfers not at all', () => {
  const euros = { units: 1_250, exponent: 2, currency: 'EUR' };
  const lines = giftCardActivity(
    [item(), item({ id: 'row-2', amount: euros, usedAtMs: 5 }), item({ id: 'row-3', kind: 'transfer' })],
    '/gift-cards/purchased',
  );
  expect(lines).toMatchObject([
    { key: 'payment:row-1', accountId: '0xa', amountCents: 5_000, detail: '$50.00', status: 'Not used' },
    { key: 'payment:row-2', amountCents: null, detail: '12.50 EUR', status: 'Used', direction: 'out' },
  ]);
});

test('what was paid is what counts, whatever the gift card’s currency is', () => {
  const paid = { details: { paidUsdcAtomic: '26200000', cardId: 'gift_9' } };
  const euros = { units: 2_500, exponent: 2, currency: 'EUR' };
  expect(giftCardActivity([item({ ...paid, amount: { ...euros, currency: 'USD' } })], '/')).toMatchObject([
    {
      amountCents: 2_620,
      detail: '$25.00',
      booked: { amountMicros: -26_200_000n, feeMicros: 1_200_000n, currency: 'USDC', cardId: 'gift_9' },
    },
  ]);
  expect(giftCardActivity([item({ ...paid, amount: euros })], '/')).toMatchObject([
    { amountCents: 2_620, detail: '25.00 EUR', booked: { amountMicros: -26_200_000n, feeMicros: null } },
  ]);
  expect(giftCardActivity([item()], '/')[0]?.booked?.amountMicros).toBeNull();
});
