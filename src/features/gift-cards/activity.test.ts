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
    { key: 'gift-card row-1', accountId: '0xa', amountCents: 5_000, detail: '$50.00', status: 'Not used' },
    { key: 'gift-card row-2', amountCents: null, detail: '12.50 EUR', status: 'Used', direction: 'out' },
  ]);
});
