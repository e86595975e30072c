import { expect, test } from 'vitest';
import { priceOf, purchasesOf, type SentPayment } from './chain-purchase.ts';
import { testCard } from '#testing/card.ts';

const payment: SentPayment = {
  id: 'row-1',
  amountAtomic: 50_000_000n,
  sentAtMs: 2_000_000,
  transaction: '0xaa',
  cardId: 'card_1',
};

test.each([
  ['a U.S. card costs its amount', { usdAmountCents: 5_000 }, 50_000_000n, 50_000_000n],
  [
    'a U.S. card costs what Laso says it charged',
    { usdAmountCents: 5_000, chargedCents: 5_100 },
    51_000_000n,
    51_000_000n,
  ],
  [
    'an international one 3.8 % more, to a cent',
    { type: 'intl' as const, usdAmountCents: 12_300 },
    127_664_000n,
    127_684_000n,
  ],
  [
    'or what Laso says it charged, to a cent',
    { type: 'intl' as const, usdAmountCents: 12_300, chargedCents: 12_767 },
    127_660_000n,
    127_680_000n,
  ],
])('%s', (_what, card, minAtomic, maxAtomic) => {
  expect(priceOf(testCard(card))).toEqual({ minAtomic, maxAtomic });
});

test('a card without an amount is not matched with a transfer', () => {
  expect(purchasesOf([testCard({ usdAmountCents: null })], [])).toEqual([]);
  expect(purchasesOf([testCard({ type: 'intl', usdAmountCents: null })], [])).toEqual([]);
});

test('a payment with its card in the list is one purchase, also under the id it was ordered with', () => {
  const listed = purchasesOf([testCard({ id: 'txn_9', queuedOrderCardId: 'card_1' })], [payment]);
  expect(listed).toEqual([
    expect.objectContaining({ id: 'payment row-1', cardId: 'txn_9', transaction: '0xaa', atMs: 2_000_000 }),
  ]);
});

test('a payment without its card in the list, and a card that was paid elsewhere, are two purchases', () => {
  expect(purchasesOf([testCard({ id: 'card_2' })], [payment]).map(({ id }) => id)).toEqual([
    'payment row-1',
    'card card_2',
  ]);
});
