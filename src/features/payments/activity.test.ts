import { expect, test } from 'vitest';
import { dollarEntry, paidEntry } from '#domain/book-entry.ts';
import { testActivity } from '#testing/activity.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { paymentActivity } from './activity.ts';
import { paymentThrough } from '#testing/payment-row.ts';
import { withPayments } from './with-payments.ts';

const PAID = ['sent', 'unknown', 'paid-not-delivered'] as const;
const entry = (row: PaymentSummary) => ({ kind: 'row', row }) as const;
const itemsOf = (...rows: PaymentSummary[]) => paymentActivity(rows.map(entry), '/payments');

test('only what was paid is booked, with its transaction', () => {
  const row = { transaction: '0xabc', candidateIds: [] };
  expect(itemsOf(paymentThrough(PAID, row))[0]?.booked).toMatchObject({
    book: 'wallet',
    amountMicros: -50_000_000n,
    currency: 'USDC',
    transaction: '0xabc',
  });
  for (const state of ['sent', 'unknown', 'not-charged'] as const)
    expect(itemsOf(paymentThrough(['sent', state], row))[0]?.booked?.amountMicros).toBeNull();
});

test('the $0.001 of a sign-in is booked to the last digit', () => {
  const auth = { product: { kind: 'auth', amountCents: 0 }, amountAtomic: '1000' };
  expect(itemsOf(paymentThrough(['sent', 'delivered'], auth))).toMatchObject([
    { kind: 'sign-in', booked: { amountMicros: -1_000n } },
  ]);
});

test('while its card is one of several in the list, their orders are booked and the payment is not', () => {
  const row = paymentThrough(PAID, { candidateIds: ['card_1', 'card_2'] });
  expect(itemsOf(row)[0]?.booked?.amountMicros).toBeNull();
});

test('a delivered card is told by the list; a gift card also where its code is gone', () => {
  const gift = { id: 'g', product: { kind: 'gift-card', amountCents: 2_500 } };
  const delivered = ['sent', 'delivered'] as const;
  expect(itemsOf(paymentThrough(delivered), paymentThrough(delivered, gift))).toMatchObject([
    { key: 'payment:g', status: 'Paid' },
  ]);
});

const order = testActivity({
  key: 'order:queue_1',
  kind: 'order',
  booked: paidEntry({ paidAtomic: 103_800_000n, faceMicros: 100_000_000n, cardId: 'card_1' }),
});
const joined = (row: PaymentSummary, item = order) => withPayments([item], [entry(row)])[0];

test('an order gets what was paid and the transaction from its payment, by either id of the card', () => {
  for (const cardId of ['card_1', 'queue_1']) {
    const row = paymentThrough(['sent', 'delivered'], {
      cardId,
      amountAtomic: '102000000',
      transaction: '0xabc',
    });
    expect(joined(row)).toMatchObject({
      key: 'order:queue_1',
      amountCents: 10_200,
      booked: {
        amountMicros: -102_000_000n,
        feeMicros: 2_000_000n,
        cardId: 'card_1',
        transaction: '0xabc',
      },
    });
  }
});

test('an order whose payment was exported before its card was found keeps the payment’s id', () => {
  const before = itemsOf(paymentThrough(PAID))[0]?.key;
  const after = joined(paymentThrough([...PAID, 'delivered'], { cardId: 'card_1' }))?.key;
  expect(after).toBe(before);
});

test('other lines, and orders that this browser did not pay, stay as they are', () => {
  const row = paymentThrough(['sent', 'delivered'], { cardId: 'card_2' });
  expect(joined(row)).toBe(order);
  const line = testActivity({ booked: dollarEntry('card', -1, { cardId: 'card_2' }) });
  expect(joined(row, line)).toBe(line);
});
