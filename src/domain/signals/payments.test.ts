import { expect, test } from 'vitest';
import { otherPayer, paidNotDelivered, type KnownPayment } from './payments.ts';

const payment = (given: Partial<KnownPayment> = {}): KnownPayment => ({
  id: 'p1',
  state: 'delivered',
  product: 'us-card',
  cardId: null,
  amountAtomic: 50_000_000n,
  accountId: '0xaa',
  payer: '0xAA',
  ...given,
});
const sentences = (given: Partial<KnownPayment>): string[] =>
  [...paidNotDelivered([payment(given)]), ...otherPayer([payment(given)])].map(({ sentence }) => sentence);

test('paid and not delivered, or not known', () => {
  expect(sentences({ state: 'paid-not-delivered', listedNone: true })).toEqual([
    '50.00 USDC was paid, and nothing was delivered.',
  ]);
  expect(sentences({ state: 'unknown' })).toEqual(['It is not known yet whether 50.00 USDC was paid.']);
});

test('A14: that nothing was delivered is said only where the list was read', () =>
  expect(sentences({ state: 'paid-not-delivered' })).toEqual([
    '50.00 USDC was paid. It is not known whether the order was made.',
  ]));

test('A1: a last word that was wrong is said, whatever the payment has become', () => {
  for (const state of ['paid-not-delivered', 'delivered'])
    expect(sentences({ state, corrected: 'not-charged' })).toEqual([
      'What this page said of a payment of 50.00 USDC was wrong: it was made.',
    ]);
  expect(sentences({ state: 'not-charged', corrected: 'delivered' })).toEqual([
    'What this page said of a payment of 50.00 USDC was wrong: it was not made.',
  ]);
});

test('paid by another wallet than the account on screen: what it was is said', () => {
  const rest = 'of 50.00 USDC was paid by 0xBB while 0xaa was on screen.';
  const said = (product: string) => sentences({ payer: '0xBB', product });
  expect(said('us-card')).toEqual([`A U.S. card ${rest}`]);
  expect(said('intl-card')).toEqual([`An international card ${rest}`]);
  expect(said('gift-card')).toEqual([`A gift card ${rest}`]);
  expect(said('push-to-card')).toEqual([`A transfer to a card ${rest}`]);
  expect(said('something-new')).toEqual([`An order ${rest}`]);
});

test('an account that was added by a paid sign-in while another was on screen is no order', () =>
  expect(sentences({ payer: '0xBB', product: 'auth', amountAtomic: 1_000n })).toEqual([]));

test('nothing for a delivered payment of the account itself, nor for one that was not made', () => {
  expect(sentences({})).toEqual([]);
  expect(sentences({ payer: '0xBB', state: 'not-charged' })).toEqual([]);
});
