import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { addDays, dayOf } from '#domain/day.ts';
import { testActivity } from '#testing/activity.ts';
import { isNewSince, visitOf } from './new-since.ts';

const ACCOUNT = accountIdOf('0xaa');
const NOW = Date.parse('2026-03-15T12:00:00Z');
const bought = (key: string, daysAgo: number) =>
  testActivity({
    key,
    accountId: ACCOUNT,
    when: { kind: 'day', day: addDays(dayOf(NOW), -daysAgo) },
    title: key,
  });

test('what was there at the last visit is not new; what came since is, also when booked for an earlier day', () => {
  const isNew = isNewSince(visitOf([bought('seen', 0), bought('older', 3)], ACCOUNT, NOW));
  expect([bought('seen', 0), bought('older', 3), bought('ancient', 30)].map(isNew)).toEqual([
    false,
    false,
    false,
  ]);
  expect([bought('today', 0), bought('booked late', 4)].map(isNew)).toEqual([true, true]);
});

test('a first visit has nothing new', () => {
  expect(isNewSince(undefined)(bought('anything', 0))).toBe(false);
});

test('the names of merchants are not kept', () => {
  expect(JSON.stringify(visitOf([bought('Casino Royale', 0)], ACCOUNT, NOW))).not.toContain('Casino');
});
