import { expect, test } from 'vitest';
import { LasoError } from '#laso/laso-error.ts';
import { cardPollInterval, pendingForMs } from './poll-interval.ts';
import { testCard } from '#testing/card.ts';

const NOW = 1_800_000_000_000;
let serial = 0;
const pending = (ageMs: number) => {
  serial += 1;
  return testCard({ id: `pending_${serial}`, status: 'pending', orderedAtMs: NOW - ageMs });
};
const interval = (cards: ReturnType<typeof testCard>[] | undefined, more: object = {}) =>
  cardPollInterval({ cards, error: null, failuresInARow: 0, nowMs: NOW, ...more });

test('a card that is being issued is asked about every 2 to 3 s', () => {
  const wait = interval([testCard(), pending(12_000)]);
  expect(wait).toBeGreaterThanOrEqual(2_000);
  expect(wait).toBeLessThanOrEqual(3_000);
});

test('after 30 s it is asked about more slowly', () => {
  expect(interval([pending(30_000)])).toBe(10_000);
});

test('one slow card does not slow down a new one', () => {
  expect(interval([pending(3_600_000), pending(1_000)])).toBe(2_500);
});

test('without a pending card the list is read once a minute; a queued one takes hours', () => {
  expect(interval([testCard(), testCard({ type: 'intl', status: 'queued' })])).toBe(60_000);
  expect(interval(undefined)).toBe(60_000);
});

test('after a new balance was asked for, it is looked for soon, for half a minute', () => {
  expect(interval([testCard()], { refreshedAtMs: NOW - 1_000 })).toBe(5_000);
  expect(interval([testCard()], { refreshedAtMs: NOW - 30_000 })).toBe(60_000);
});

test('one card’s own read leaves the minute to the lists, and ends with what is final', () => {
  expect(interval([testCard()], { single: true })).toBeGreaterThan(60_000);
  expect(interval([pending(1_000)], { single: true })).toBe(2_500);
  expect(interval([testCard({ status: 'refunded' })], { single: true })).toBe(false);
});

test('a pending card that does not tell its type is asked about as a U.S. one', () => {
  const untold = testCard({ id: 'untyped', type: 'other', status: 'pending', orderedAtMs: NOW });
  expect(interval([untold], { single: true })).toBe(2_500);
});

test('an error decides over everything else', () => {
  const error = new LasoError('not-found', 'gone');
  expect(interval([pending(1_000)], { error, failuresInARow: 1 })).toBe(false);
});

test('a card is pending since it was ordered; without a time since it was first seen', () => {
  expect(pendingForMs({ id: 'told', orderedAtMs: NOW - 5_000 }, NOW)).toBe(5_000);
  expect(pendingForMs({ id: 'untold', orderedAtMs: null }, NOW)).toBe(0);
  expect(pendingForMs({ id: 'untold', orderedAtMs: null }, NOW + 7_000)).toBe(7_000);
});

test('a server clock that is ahead gives no negative seconds, and time passes all the same', () => {
  const ahead = { id: 'ahead', orderedAtMs: NOW + 600_000 };
  expect(pendingForMs(ahead, NOW)).toBe(0);
  expect(pendingForMs(ahead, NOW + 31_000)).toBe(31_000);
});
