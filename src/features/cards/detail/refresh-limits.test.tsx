import { beforeEach, expect, test, vi } from 'vitest';
import { BALANCE_REFRESHES_KEY } from '#storage/keys.ts';
import {
  noteRefresh,
  noteRefusedUntil,
  readRefreshes,
  readRefusedUntil,
  refreshAllowance,
} from './refresh-limits.ts';

const NOW = 1_800_000_000_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => localStorage.clear());

test('nothing asked: now, 12 left', () => {
  expect(refreshAllowance([], NOW)).toEqual({ waitMs: 0, leftToday: 12 });
});

test('five minutes have to lie between two requests', () => {
  expect(refreshAllowance([NOW - 2 * MINUTE], NOW)).toEqual({ waitMs: 3 * MINUTE, leftToday: 11 });
  expect(refreshAllowance([NOW - 5 * MINUTE], NOW).waitMs).toBe(0);
});

test('a request of this very second counts although the page’s clock ticks in whole ones', () => {
  expect(refreshAllowance([NOW + 900], NOW).waitMs).toBe(5 * MINUTE + 900);
});

test('after 12 requests the oldest has to be a day old; older ones do not count', () => {
  const full = Array.from({ length: 12 }, (_, index) => NOW - HOUR - index * 10 * MINUTE);
  const oldest = Math.min(...full);
  expect(refreshAllowance(full, NOW)).toEqual({ waitMs: oldest + 24 * HOUR - NOW, leftToday: 0 });
  expect(refreshAllowance([NOW - 25 * HOUR, NOW - 24 * HOUR], NOW)).toEqual({ waitMs: 0, leftToday: 12 });
});

test('what the provider said counts when it is longer, but never for more than a day', () => {
  expect(refreshAllowance([], NOW, NOW + 90_000).waitMs).toBe(90_000);
  expect(refreshAllowance([NOW], NOW, NOW + 90_000).waitMs).toBe(5 * MINUTE);
  expect(refreshAllowance([], NOW, NOW + 400 * 24 * HOUR).waitMs).toBe(0);
});

test('requests are kept over a reload, for each card alone', () => {
  noteRefresh('a', NOW - 25 * HOUR);
  noteRefresh('a', NOW);
  noteRefresh('b', NOW + 1);
  noteRefusedUntil('b', NOW + 5);
  expect(readRefreshes('a')).toEqual([NOW]);
  expect(readRefreshes('b')).toEqual([NOW + 1]);
  expect(readRefusedUntil('a')).toBe(0);
  expect(readRefusedUntil('b')).toBe(NOW + 5);
});

test('a spoilt or refusing storage is as an empty one', () => {
  localStorage.setItem(BALANCE_REFRESHES_KEY, '{"a":"x","b":[1,"2",null]');
  expect(readRefreshes('a')).toEqual([]);
  localStorage.setItem(BALANCE_REFRESHES_KEY, '{"a":"x","b":[1,"2",null]}');
  expect(readRefreshes('a')).toEqual([]);
  expect(readRefreshes('b')).toEqual([1]);
  const refusal = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => noteRefresh('a', NOW)).not.toThrow();
  refusal.mockRestore();
});
