import { expect, test } from 'vitest';
import { testCard } from '#testing/card.ts';
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

test('money that came back is booked to the balance; money asked for, or of which a part was spent, is not', () => {
  const booked = (given: Parameters<typeof testCard>[0]) => refunds(given)[0]?.booked;
  const intl = { type: 'intl', usdAmountCents: 20_000, chargedCents: 20_760 } as const;
  expect(booked({ status: 'refunded', ...intl })).toMatchObject({
    book: 'balance',
    cardId: 'card_1',
    amountMicros: 207_600_000n,
    feeMicros: 7_600_000n,
  });
  expect(booked({ status: 'refund-requested', ...intl })?.amountMicros).toBeNull();
  const unreadLines = [{ key: 'u', when: null, text: 'amount “12,50”' }];
  expect(booked({ status: 'refunded', ...intl, unreadLines })?.amountMicros).toBeNull();
});

test('an order is paid from the wallet, a purchase leaves the card, and its load is told once', () => {
  const line = (kind: 'load' | 'purchase' | 'refund', amountCents: number, status: string | null = null) => ({
    key: `${kind}${amountCents}`,
    amountCents,
    kind,
    description: kind,
    when: null,
    status,
  });
  const card = testCard({
    usdAmountCents: null,
    transactions: [
      line('purchase', 900, 'declined'),
      line('refund', 250),
      line('purchase', 400),
      line('load', 5_000),
    ],
  });
  const rows = cardActivity([card], String).map(({ kind, booked }) => [
    kind,
    booked?.book,
    booked?.amountMicros,
  ]);
  expect(rows).toEqual([
    ['order', 'wallet', -50_000_000n],
    ['purchase', 'card', null],
    ['refund', 'card', 2_500_000n],
    ['purchase', 'card', -4_000_000n],
  ]);
});

test('a fee that Laso names apart is part of what was paid', () => {
  const [order] = cardActivity([testCard({ usdAmountCents: 10_000, feesCents: 380 })], String);
  expect(order).toMatchObject({ amountCents: 10_380, booked: { feeMicros: 3_800_000n } });
});

test('a line that could not be read is told with its text, and without an amount', () => {
  const unreadLines = [{ key: 'u', when: null, text: 'amount “12,50” · COFFEE' }];
  expect(cardActivity([testCard({ unreadLines })], String)).toMatchObject([
    { kind: 'order' },
    {
      kind: 'unread',
      title: 'amount “12,50” · COFFEE',
      amountCents: null,
      status: 'Could not be read',
      booked: { book: 'card', cardId: 'card_1', amountMicros: null },
    },
  ]);
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
