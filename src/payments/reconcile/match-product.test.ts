import { expect, test } from 'vitest';
import type { ListedProduct } from './evidence.ts';
import { isContested, isShadowed, productsFor } from './match-product.ts';
import { summaryOf, type PaymentSummary } from '../journal/payment-row.ts';
import { rowOf } from '../pay/sign-order.ts';
import { PAYER, reviewOf } from '../testing/order-builders.ts';
import type { UnreadableRecord } from '../journal/unreadable-record.ts';

const SENT_MS = 1_700_000_000_000;
const row = (changes: Partial<PaymentSummary> = {}): PaymentSummary => ({
  ...summaryOf(rowOf(reviewOf(), SENT_MS, [])),
  state: 'unknown',
  history: [{ state: 'sent', atMs: SENT_MS }],
  ...changes,
});
const card: ListedProduct = { id: 'a', kind: 'us-card', amountCents: 5_000, orderedAtMs: SENT_MS };
const minutes = (count: number): number => SENT_MS + count * 60_000;

const dark: UnreadableRecord = {
  key: 'dark',
  version: 3,
  state: null,
  startedAtMs: null,
  product: { kind: 'us-card', amountCents: 5_000 },
  amountAtomic: null,
  payer: PAYER.toUpperCase(),
  accountId: null,
  cardId: null,
  transaction: null,
  mayBeOpen: true,
};

test.each<[boolean, string, Partial<UnreadableRecord>]>([
  [true, 'the same order by the same wallet', {}],
  [true, 'a wallet that cannot be made out', { payer: null }],
  [true, 'a product that cannot be made out', { product: null }],
  [false, 'another wallet', { payer: `0x${'1'.repeat(40)}` }],
  [false, 'another amount', { product: { kind: 'us-card', amountCents: 4_999 } }],
  [false, 'another product of that amount', { product: { kind: 'intl-card', amountCents: 5_000 } }],
  [false, 'a record that says how it ended', { mayBeOpen: false }],
])('A9: it is %s that a record which cannot be read may have bought it: %s', (expected, _what, changes) => {
  expect(isShadowed(row(), [{ ...dark, ...changes }])).toBe(expected);
});

test.each<[boolean, string, Partial<PaymentSummary>]>([
  [true, 'one of unknown outcome', { state: 'unknown' }],
  [true, 'one that brought nothing yet', { state: 'paid-not-delivered' }],
  [true, 'a delivery that the chain has not confirmed', { state: 'delivered', cardId: 'b' }],
  [false, 'a proven delivery', { state: 'delivered', cardId: 'b', settledAtSec: SENT_MS / 1000 }],
  [false, 'a delivery without a card', { state: 'delivered' }],
  [false, 'one that was not charged, whatever card it once had', { state: 'not-charged', cardId: 'b' }],
  [false, 'another wallet’s', { payer: `0x${'1'.repeat(40)}` }],
])('A4: it is %s that another payment contests a card: %s', (expected, _what, changes) => {
  const other = row({ id: 'other', ...changes });
  expect(isContested(card, row(), [row(), other])).toBe(expected);
});

test('twenty minutes of clocks are allowed, also where nobody knows the cards from before: a true card left out is worse than a choice', () => {
  for (const knownProductIds of [[], null]) {
    const fits = (orderedAtMs: number) =>
      productsFor(row({ knownProductIds }), [{ ...card, orderedAtMs }], []).length;
    expect([-21, -19, 59, 61].map((count) => fits(minutes(count)))).toEqual([0, 1, 1, 0]);
  }
});

test('the very time that Laso told decides between two, and a card without a time is no such one', () => {
  const [untimed, exact] = [{ ...card, id: 'x', orderedAtMs: null }, card];
  expect(productsFor(row({ orderedAtMs: SENT_MS }), [untimed, exact], [])).toEqual([exact]);
  expect(productsFor(row({ orderedAtMs: null }), [untimed, exact], [])).toEqual([untimed, exact]);
});
