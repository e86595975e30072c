import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, dayOfWhen, formatDay, isDay, newestFirst, type When } from './day.ts';

const day = (text: string): When => ({ kind: 'day', day: text });
const moment = (iso: string): When => ({ kind: 'instant', ms: Date.parse(iso) });

test('only days that exist are days', () => {
  expect(['2025-01-15', '2024-02-29'].every(isDay)).toBe(true);
  expect(['2025-02-29', '2025-1-5', '2025-13-01', '2025-01-15T00:00', '', 'today'].some(isDay)).toBe(false);
});

test('a moment falls on different days in different zones; a plain day never moves', () => {
  const late = Date.parse('2025-01-15T23:30:00Z');
  expect(dayOf(late, 'UTC')).toBe('2025-01-15');
  expect(dayOf(late, 'Pacific/Kiritimati')).toBe('2025-01-16');
  expect(dayOf(Date.parse('2025-01-15T03:00:00Z'), 'America/Los_Angeles')).toBe('2025-01-14');
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago'])
    expect(dayOfWhen(day('2025-01-15'), zone)).toBe('2025-01-15');
});

test('days are written for people, whatever the zone', () => {
  expect(formatDay('2025-01-15')).toBe('Jan 15, 2025');
  expect(formatDay('not a day')).toBe('not a day');
});

test('days are added over months and leap years', () => {
  expect([addDays('2025-01-31', 1), addDays('2024-02-28', 1), addDays('2025-01-01', -1)]).toEqual([
    '2025-02-01',
    '2024-02-29',
    '2024-12-31',
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: -2000, max: 2000 }),
      (start, count) => {
        const from = addDays('1990-01-01', start);
        expect(addDays(addDays(from, count), -count)).toBe(from);
      },
    ),
  );
});

test('newest first: moments before plain days of the same day, undated last', () => {
  const mixed = [
    null,
    day('2025-01-15'),
    moment('2025-01-15T09:00:00Z'),
    day('2025-01-16'),
    moment('2025-01-15T10:00:00Z'),
  ];
  expect(mixed.toSorted(newestFirst('UTC'))).toEqual([mixed[3], mixed[4], mixed[2], mixed[1], null]);
});
