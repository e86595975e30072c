import { expect, test } from 'vitest';
import type { Card } from '../card.ts';
import { testCard } from '#testing/card.ts';
import { expiringMoney } from './expiring-money.ts';
import { DEFAULT_THRESHOLDS } from './signal.ts';

// Six months earlier it was 2025-09-15.
const NOW = Date.parse('2026-03-15T12:00:00Z');

const told = (card: Card, nowMs = NOW) =>
  expiringMoney([card], DEFAULT_THRESHOLDS, nowMs).map(({ level, sentence }) => `${level}: ${sentence}`);
const ordered = (day: string, rest: Partial<Card> = {}) =>
  testCard({ orderedAtMs: Date.parse(`${day}T12:00:00Z`), availableCents: 6_000, ...rest });

test('money on a card that ends within thirty days, as an estimate', () =>
  expect(told(ordered('2025-10-14'))).toEqual([
    'notice: $60.00 is left on card •••• 4242, which expires in about 30 days.',
  ]));

test('it is urgent in the last week, and said when it may be over', () => {
  expect(told(ordered('2025-09-22'))).toEqual([expect.stringMatching(/^attention: .*in about 7 days\.$/)]);
  expect(told(ordered('2025-09-23'))).toEqual([expect.stringMatching(/^notice: .*in about 8 days\.$/)]);
  expect(told(ordered('2025-01-02'))).toEqual([
    expect.stringMatching(/^attention: .*may have expired already/),
  ]);
});

test('an order of August 31 ends with February, not in March', () =>
  expect(told(ordered('2025-08-31'), Date.parse('2026-02-27T12:00:00Z'))).toEqual([
    expect.stringContaining('in about a day'),
  ]));

test('nothing a day earlier, without money, without a date, or when nothing can be bought', () => {
  const soon = '2025-09-20';
  expect(told(ordered('2025-10-15'))).toEqual([]);
  expect(told(ordered(soon, { availableCents: 0, status: 'depleted' }))).toEqual([]);
  expect(told(ordered(soon, { availableCents: null }))).toEqual([]);
  expect(told(ordered(soon, { status: 'refunded' }))).toEqual([]);
  expect(told(ordered(soon, { orderedAtMs: null }))).toEqual([]);
});
