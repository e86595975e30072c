import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf } from './day.ts';
import { easternDay } from './eastern-day.ts';

const instant = (ms: number) => ({ kind: 'instant', ms }) as const;

test('any moment falls on the day that New York’s calendar shows, also around the change of clocks', () => {
  const moment = fc.oneof(
    fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2040, 0) }),
    fc.integer({ min: Date.UTC(2026, 9, 31, 22), max: Date.UTC(2026, 10, 2, 12) }),
    fc.integer({ min: Date.UTC(2026, 2, 7, 22), max: Date.UTC(2026, 2, 9, 12) }),
  );
  fc.assert(
    fc.property(moment, (ms) => {
      expect(easternDay(instant(ms))).toBe(dayOf(ms, 'America/New_York'));
    }),
    { numRuns: 2_000 },
  );
});

test('a plain day stays itself; what is no moment has no day', () => {
  expect(easternDay({ kind: 'day', day: '2026-11-04' })).toBe('2026-11-04');
  expect([null, instant(NaN), instant(9e15), instant(-8.64e15)].map(easternDay)).toEqual(['', '', '', '']);
});
