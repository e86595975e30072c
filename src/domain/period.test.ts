import { expect, test } from 'vitest';
import {
  daysOf,
  lastDays,
  newestDay,
  periodBefore,
  spendOverTime,
  spendByMerchant,
  spendIn,
  sumSpent,
  undatedSpend,
} from './period.ts';
import { testCard } from '#testing/card.ts';
import type { Transaction } from './transaction.ts';

const line = (
  key: string,
  day: string | null,
  amountCents: number,
  description = 'Shop',
  kind: Transaction['kind'] = 'purchase',
): Transaction => ({
  key,
  amountCents,
  kind,
  description,
  when: day === null ? null : { kind: 'day', day },
  status: null,
});
const card = (transactions: Transaction[]) => testCard({ transactions });

test('a period of 30 days ends today, and the one before it ends the day before it starts', () => {
  const period = lastDays('2026-03-15', 30);
  expect(period).toEqual({ from: '2026-02-14', to: '2026-03-15' });
  expect(daysOf(period)).toHaveLength(30);
  expect(periodBefore(period)).toEqual({ from: '2026-01-15', to: '2026-02-13' });
});

test('the first and the last day belong to the period, their neighbours do not', () => {
  const cards = [
    card([
      line('a', '2026-02-13', 1),
      line('b', '2026-02-14', 10),
      line('c', '2026-03-15', 100),
      line('d', '2026-03-16', 1000),
      line('e', null, 5),
    ]),
  ];
  expect(sumSpent(spendIn(cards, lastDays('2026-03-15', 30)))).toBe(110);
});

test('loads are no spending: in no period, no merchant’s sum and no count of what has no date', () => {
  const period = lastDays('2026-03-15', 30);
  const cards = [
    card([line('a', '2026-03-01', 5_000, 'wegiftusd - 7', 'load'), line('b', '2026-03-02', 70)]),
    card([line('c', null, 5_000, 'wegiftusd - 8', 'load'), line('d', null, 5)]),
  ];
  expect(spendByMerchant(spendIn(cards, period)).map(({ name, count }) => [name, count])).toEqual([
    ['Shop', 1],
  ]);
  expect(undatedSpend(cards)).toEqual({ count: 1, spentCents: 5 });
});

test('Laso’s plain day may be the reader’s tomorrow: the period ends with it; later days are none of now', () => {
  const today = '2026-03-15';
  const having = (...days: string[]) => [card(days.map((day) => line(day, day, 1)))];
  expect(newestDay(having('2026-03-14'), today)).toBe(today);
  expect(newestDay(having('2026-03-14', '2026-03-16'), today)).toBe('2026-03-16');
  expect(newestDay(having('2026-03-17'), today)).toBe(today);
});

test('days without spending are there with zero, refunds count against it', () => {
  const period = lastDays('2026-03-03', 3);
  const spend = spendIn(
    [card([line('a', '2026-03-01', 500), line('b', '2026-03-01', 200, 'Shop', 'refund')])],
    period,
  );
  expect(spendOverTime(spend, period)).toEqual([
    { from: '2026-03-01', to: '2026-03-01', spentCents: 300 },
    { from: '2026-03-02', to: '2026-03-02', spentCents: 0 },
    { from: '2026-03-03', to: '2026-03-03', spentCents: 0 },
  ]);
});

test('long periods are split into weeks or four weeks, and no cent is lost between them', () => {
  for (const [days, bins] of [
    [31, 31],
    [90, 13],
    [400, 15],
  ] as const) {
    const period = lastDays('2026-03-03', days);
    const cards = [card(daysOf(period).map((day, at) => line(day, day, at + 1)))];
    const told = spendOverTime(spendIn(cards, period), period);
    expect(told).toHaveLength(bins);
    expect(told[0]?.from).toBe(period.from);
    expect(told.at(-1)?.to).toBe(period.to);
    expect(sumSpent(told)).toBe((days * (days + 1)) / 2);
  }
});

test('a period of centuries comes to few bars at once, and every cent is in one of them', () => {
  const period = { from: '0001-01-01', to: '9999-12-31' };
  const days = ['0001-01-01', '2026-03-03', '9999-12-31'];
  const told = spendOverTime(spendIn([card(days.map((day) => line(day, day, 7)))], period), period);
  expect(told.length).toBeLessThanOrEqual(60);
  expect([told[0]?.from, told.at(-1)?.to]).toEqual(['0001-01-01', '9999-12-31']);
  expect(sumSpent(told)).toBe(21);
});

test('one merchant under several spellings is one group, the largest first', () => {
  const period = lastDays('2026-03-03', 3);
  const spend = spendIn(
    [
      card([
        line('a', '2026-03-01', 100, 'GITHUB, INC.'),
        line('b', '2026-03-02', 50, 'GitHub Inc'),
        line('c', '2026-03-02', 400, 'OVH SAS'),
      ]),
    ],
    period,
  );
  expect(spendByMerchant(spend)).toMatchObject([
    { name: 'OVH', spentCents: 400 },
    { spentCents: 150, count: 2 },
  ]);
});
