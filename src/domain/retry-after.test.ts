import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRetryAfter, waitAskedMs } from './retry-after.ts';

const NOW = Date.UTC(2026, 0, 15);

test.each([
  ['120', 120_000],
  ['0', 0],
  ['1.5', 1500],
  ['99999999', 86_400_000],
  ['Thu, 15 Jan 2026 00:00:30 GMT', 30_000],
  ['Thursday, 15-Jan-26 00:00:41 GMT', 41_000],
  // HTTP's oldest form names no zone, and means GMT wherever the page is.
  ['Thu Jan 15 00:01:00 2026', 60_000],
  ['Wed, 14 Jan 2026 00:00:00 GMT', 0],
  ['Fri, 15 Jan 2027 00:00:00 GMT', 86_400_000],
  ['-5', null],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After %j, to the second by a given clock', (header, ms) =>
  expect(readRetryAfter(header, NOW)).toBe(ms),
);

test.each<[unknown, string | null, number | null]>([
  [{ retry_after_seconds: 4210 }, '60', 4_210_000],
  [{ retry_after_seconds: '41' }, null, 41_000],
  [{ retry_after_seconds: 0.5 }, null, 500],
  [{ retry_after_seconds: 1e9 }, null, 86_400_000],
  [{ retry_after_seconds: -3 }, '60', 60_000],
  [{ retry_after_seconds: 'soon' }, '60', 60_000],
  [{ retry_after_seconds: null }, 'Thu, 15 Jan 2026 00:00:07 GMT', 7_000],
  [{ retry_after_seconds: {} }, null, null],
  [{}, '60', 60_000],
  [null, null, null],
  ['text', null, null],
])('the body %j counts before the header %j', (body, header, ms) =>
  expect(waitAskedMs({ body, header, nowMs: NOW })).toBe(ms),
);

test('whatever comes, the wait is null or between nothing and a day', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (value, header) => {
      const wait = waitAskedMs({ body: { retry_after_seconds: value }, header, nowMs: NOW });
      expect(wait === null || (wait >= 0 && wait <= 86_400_000)).toBe(true);
    }),
  );
});
