import { expect, test } from 'vitest';
import { dayOf } from '#domain/day.ts';
import { firstDay, startOfDay } from './since-day.ts';

const NOON = new Date(2026, 10, 21, 12).getTime();

test('a check begins a day before the first thing known; where nothing is known, the person is asked', () => {
  expect(firstDay([NOON, null, NOON + 86_400_000])).toBe('2026-11-20');
  expect(firstDay([null])).toBeNull();
  expect(firstDay([])).toBeNull();
});

test('a day begins at the reader’s midnight', () => {
  const startMs = startOfDay('2026-11-21', NOON);
  expect(startMs).toBe(new Date(2026, 10, 21).getTime());
  expect(dayOf(startMs ?? 0)).toBe('2026-11-21');
});

test('no day, a day that does not exist and one that has not begun are none to begin with', () => {
  for (const day of ['', '2026-02-30', '21.11.2026', '2026-11-22']) expect(startOfDay(day, NOON)).toBeNull();
});
