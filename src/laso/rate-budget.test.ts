import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateBudget } from './rate-budget.ts';

const NOW = 1_800_000_000_000;
const budgetOf = (headers: Record<string, string>) => {
  const clock = { now: NOW };
  const budget = createRateBudget(() => clock.now);
  budget.note('me', new Headers(headers));
  return { budget, clock };
};
const pace = (headers: Record<string, string>, intervalMs = 2_500) =>
  budgetOf(headers).budget.pace('me', intervalMs);

const LOW = { 'RateLimit-Limit': '120', 'RateLimit-Remaining': '6', 'RateLimit-Reset': '30' };

test('little left: what is left lasts until the reset, among four readers', () => {
  expect(pace(LOW)).toBe(20_000);
  expect(pace({ ...LOW, 'RateLimit-Remaining': '0' })).toBe(30_000);
  expect(pace({ ...LOW, 'RateLimit-Remaining': '20', 'RateLimit-Reset': '60' })).toBe(12_000);
});

test.each<[string, Record<string, string>]>([
  ['the X- doubles', { 'X-RateLimit-Limit': '120', 'X-RateLimit-Remaining': '6', 'X-RateLimit-Reset': '30' }],
  ['a moment in seconds', { ...LOW, 'RateLimit-Reset': String(NOW / 1000 + 30) }],
  ['a moment in milliseconds', { ...LOW, 'RateLimit-Reset': String(NOW + 30_000) }],
  ['the newer form', { RateLimit: '"default";r=6;t=30', 'RateLimit-Policy': '"default";q=120;w=60' }],
  ['the newer form, two policies', { RateLimit: '"day";r=900;t=40000, "minute";r=6;t=30' }],
  ['the form between', { RateLimit: 'limit=120, remaining=6, reset=30', ...LOW }],
  ['a limit with its policy', { ...LOW, 'RateLimit-Limit': '120, 120;w=60' }],
  [
    'the policy’s window where no reset is told',
    { 'RateLimit-Remaining': '12', 'RateLimit-Policy': '120;w=60' },
  ],
])('read from %s', (_what, headers) => expect(pace(headers)).toBe(20_000));

test.each<[string, Record<string, string>]>([
  ['no header', {}],
  ['enough left', { ...LOW, 'RateLimit-Remaining': '30' }],
  ['a tenth of much', { 'RateLimit-Limit': '5000', 'RateLimit-Remaining': '501', 'RateLimit-Reset': '30' }],
  ['no remaining', { 'RateLimit-Limit': '120', 'RateLimit-Reset': '30' }],
  ['no reset', { 'RateLimit-Limit': '120', 'RateLimit-Remaining': '0' }],
  ['nonsense', { 'RateLimit-Remaining': 'few', 'RateLimit-Reset': 'soon', RateLimit: '"a";r=x' }],
  ['a reset that has passed', { ...LOW, 'RateLimit-Reset': String(NOW / 1000 - 5) }],
])('as without headers: %s', (_what, headers) => expect(pace(headers)).toBe(2_500));

test('after the reset, and for another account, nothing is slower', () => {
  const { budget, clock } = budgetOf(LOW);
  expect(budget.pace('other', 2_500)).toBe(2_500);
  clock.now += 29_000;
  expect(budget.pace('me', 500)).toBe(667);
  clock.now += 1_000;
  expect(budget.pace('me', 2_500)).toBe(2_500);
});

test('an answer without headers leaves what is known, a newer one replaces it', () => {
  const { budget } = budgetOf(LOW);
  budget.note('me', new Headers());
  expect(budget.pace('me', 2_500)).toBe(20_000);
  budget.note('me', new Headers({ ...LOW, 'RateLimit-Remaining': '100' }));
  expect(budget.pace('me', 2_500)).toBe(2_500);
});

test('no header makes a poll quicker, or slower than ten minutes', () => {
  const number = fc.oneof(
    fc.nat().map(String),
    fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
    fc.string(),
  );
  fc.assert(
    fc.property(
      number,
      number,
      number,
      fc.integer({ min: 1, max: 120_000 }),
      (limit, left, reset, interval) => {
        const headers = new Map([
          ['RateLimit-Limit', limit],
          ['RateLimit-Remaining', left],
          ['RateLimit-Reset', reset],
        ]);
        const budget = createRateBudget(() => NOW);
        budget.note('me', { get: (name) => headers.get(name) ?? null });
        const paced = budget.pace('me', interval);
        expect(paced).toBeGreaterThanOrEqual(interval);
        expect(paced).toBeLessThanOrEqual(600_000);
      },
    ),
  );
});
