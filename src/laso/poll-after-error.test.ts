import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LasoError, type LasoErrorKind } from './laso-error.ts';
import { failuresInARow, pollAfterError, refetchOnFocus } from './poll-after-error.ts';

const error = (kind: LasoErrorKind, retryAfterMs: number | null = null) =>
  new LasoError(kind, 'test', { retryAfterMs });

test.each([
  'unauthorized',
  'session-ended',
  'forbidden',
  'frozen',
  'not-found',
  'not-listed',
  'aborted',
] as const)('after %s nothing is asked again', (kind) => expect(pollAfterError(error(kind), 1)).toBe(false));

test('an error that is not Laso’s is not asked again', () => {
  expect(pollAfterError(new Error('a bug'), 1)).toBe(false);
});

// F19: an answer that is not Laso's passes as well.
test.each(['offline', 'timeout', 'server', 'bad-answer', 'not-laso', 'rate-limited'] as const)(
  'after %s the wait doubles up to a minute, give or take a tenth',
  (kind) => {
    for (const [failures, wanted] of [
      [1, 5_000],
      [2, 10_000],
      [3, 20_000],
      [9, 60_000],
    ] as const) {
      const wait = pollAfterError(error(kind), failures);
      expect(wait).toBeGreaterThanOrEqual(wanted * 0.9);
      expect(wait).toBeLessThanOrEqual(wanted * 1.1);
    }
  },
);

test('a server that names a time is never asked before it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('rate-limited', 'server', 'timeout', 'bad-answer', 'not-laso'),
      fc.integer({ min: 0, max: 86_400_000 }),
      fc.integer({ min: 0, max: 50 }),
      (kind, ms, failures) => {
        const wait = pollAfterError(error(kind, ms), failures);
        expect(wait === false ? -1 : wait).toBeGreaterThanOrEqual(ms);
      },
    ),
  );
});

const state = (data: unknown, failure: Error | null, errorUpdateCount: number, errorUpdatedAt = 0) => ({
  data,
  error: failure,
  errorUpdateCount,
  errorUpdatedAt,
});

test('failures are counted from the last success, not from the first one ever', () => {
  const query = { state: state([], null, 0) };
  expect(failuresInARow(query)).toBe(0);
  query.state = state([], error('server'), 3);
  expect(failuresInARow(query)).toBe(3);
  query.state = state([], null, 3);
  expect(failuresInARow(query)).toBe(0);
  query.state = state([], error('server'), 4);
  expect(failuresInARow(query)).toBe(1);
});

test('a read that never worked loses its error while it is tried again, but not its count', () => {
  const query = { state: state(undefined, error('server'), 1) };
  expect(failuresInARow(query)).toBe(1);
  query.state = state(undefined, null, 1);
  failuresInARow(query);
  query.state = state(undefined, error('server'), 2);
  expect(failuresInARow(query)).toBe(2);
});

test('looking at the page asks anew, but not before the time the server named', () => {
  expect(refetchOnFocus({ state: state([], null, 0) })).toBe('always');
  expect(refetchOnFocus({ state: state([], error('server'), 1, Date.now()) })).toBe('always');
  expect(refetchOnFocus({ state: state([], error('rate-limited', 30_000), 1, Date.now()) })).toBe(false);
  expect(refetchOnFocus({ state: state([], error('rate-limited', 30_000), 1, Date.now() - 31_000) })).toBe(
    'always',
  );
});
