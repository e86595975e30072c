import { expect, test } from 'vitest';
import { testCard } from '#domain/test-card.ts';
import { cardActivity } from './activity.ts';

const refunds = (given: Parameters<typeof testCard>[0]) =>
  cardActivity([testCard(given)], (id) => `/cards/${id}`).filter(({ kind }) => kind === 'refund');

test('a card that was refunded as a whole has a line of its own, with what came back', () => {
  expect(refunds({ status: 'refunded', type: 'intl', chargedCents: 5_190, updatedAtMs: 7 })).toMatchObject([
    { title: 'International card: refunded', amountCents: 5_190, direction: 'in', when: { ms: 7 } },
  ]);
  expect(refunds({ status: 'refund-requested', updatedAtMs: null })).toMatchObject([
    { title: 'U.S. card: refund requested', amountCents: 5_000, direction: null, when: null },
  ]);
  expect(refunds({ status: 'ready' })).toEqual([]);
});

test('nobody tells how much came back of a card that was spent from', () => {
  const spent = testCard({ status: 'refunded' });
  spent.transactions = [
    { key: 'a', amountCents: 100, kind: 'purchase', description: 'X', when: null, status: null },
  ];
  expect(refunds(spent)).toMatchObject([{ amountCents: null }]);
});

test('the load is the order’s own money and no line of its own; a line that could not be read is one, without an amount', () => {
  const card = testCard({
    transactions: [
      { key: 'a', amountCents: 5_000, kind: 'load', description: 'wegiftusd - 1', when: null, status: null },
    ],
    unreadLines: [{ key: 'b', when: { kind: 'day', day: '2026-11-05' }, text: 'amount “12,50” · COFFEE' }],
  });
  expect(cardActivity([card], (id) => `/cards/${id}`)).toMatchObject([
    { kind: 'order', amountCents: 5_000 },
    {
      kind: 'unread',
      title: 'amount “12,50” · COFFEE',
      amountCents: null,
      direction: null,
      href: '/cards/card_1',
    },
  ]);
});

test('what came back of a card is not known while one of its lines could not be read', () => {
  const unreadLines = [{ key: 'b', when: null, text: 'no amount' }];
  expect(refunds({ status: 'refunded', unreadLines })).toMatchObject([{ amountCents: null }]);
});
