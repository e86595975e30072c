import { expect, test } from 'vitest';
import { testCard } from '#testing/card.ts';
import { accountIdOf } from '#domain/account.ts';
import { rowOf } from '#payments/pay/sign-order.ts';
import { PAYER, reviewOf } from '#payments/testing/order-builders.ts';
import type { PaymentRow, PaymentState } from '#payments/journal/payment-row.ts';
import { usCardsOfTheDay } from './orders-in-a-day.ts';

const NOW = Date.UTC(2026, 10, 4, 12);
const HOUR = 3_600_000;
const account = accountIdOf(PAYER);
const card = (id: string, hoursAgo: number | null, type: 'us' | 'intl' = 'us') =>
  testCard({ id, type, orderedAtMs: hoursAgo === null ? null : NOW - hoursAgo * HOUR });
const paid = (cardId: string | null, hoursAgo: number, changes: Partial<PaymentRow> = {}): PaymentRow => {
  const state: PaymentState = 'delivered';
  const atMs = NOW - hoursAgo * HOUR;
  return {
    ...rowOf(reviewOf(), atMs),
    id: `${cardId} ${hoursAgo}`,
    state,
    cardId,
    history: [
      { state: 'signing', atMs },
      { state: 'sent', atMs },
      { state, atMs },
    ],
    ...changes,
  };
};
const count = (cards: ReturnType<typeof card>[], rows: PaymentRow[]) =>
  usCardsOfTheDay({ account, cards, rows, nowMs: NOW });

test('cards of the list within 24 hours, U.S. ones only', () => {
  expect(
    count(
      [card('a', 1), card('b', 23), card('c', 25), card('d', null), card('f', -0.01), card('e', 2, 'intl')],
      [],
    ),
  ).toBe(3);
});

test('what was bought here and is not in the list yet counts too, and nothing counts twice', () => {
  expect(count([card('a', 1)], [paid('a', 1), paid('b', 2), paid('c', 30)])).toBe(2);
});

test('not what was not charged, another account’s or another product', () => {
  const other = '0x00000000000000000000000000000000000000a1';
  expect(
    count(
      [],
      [
        paid(null, 1, { state: 'not-charged' }),
        paid('x', 1, { payer: other }),
        paid('y', 1, { product: { kind: 'gift-card', amountCents: 5_000 } }),
      ],
    ),
  ).toBe(0);
});
