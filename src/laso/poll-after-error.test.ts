import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { LasoError, type LasoErrorKind } from './laso-error.ts';
import { failuresInARow, mayAskAgain, paced, pollAfterError, refetchOnFocus } from './poll-after-error.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const error = (kind: LasoErrorKind, retryAfterMs: number | null = null, terminal = false) =>
  new LasoError(kind, 'test', { retryAfterMs, terminal });

test.each([
  'unauthorized',
  'session-ended',
  'forbidden',
  'frozen',
  'not-found',
  'not-listed',
  'aborted',
  'payment-required',
  'region',
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

test('what the server calls final is never refetched by itself, not even when the window gets the focus', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('rate-limited', 'server', 'timeout', 'bad-answer', 'not-found', 'conflict'),
      fc.nat(50),
      (kind, failures) => {
        const final = error(kind, null, true);
        expect(pollAfterError(final, failures)).toBe(false);
        const query = { state: state([], final, failures, Date.now() - 86_400_000) };
        expect([refetchOnFocus(query), mayAskAgain(query)]).toEqual([false, false]);
      },
    ),
  );
});

test('an interval is stretched by what an answer says is left of the limit, and only then', async () => {
  const schema = z.object({});
  for (const [headers, wanted] of [
    [{}, 2_500],
    [{ 'RateLimit-Remaining': '0', 'RateLimit-Limit': '120', 'RateLimit-Reset': '40' }, 40_000],
  ] as const) {
    const { client } = testClient(answering(json({}, 200, headers)));
    const laso = { client, account: ACCOUNT };
    expect(paced(laso, 2_500)).toBe(2_500);
    await client.read({ account: ACCOUNT, path: '/x', schema });
    const interval = await vi.waitFor(() => {
      const ms = Number(paced(laso, 2_500));
      expect(ms).toBeGreaterThan(wanted - 1_000);
      return ms;
    });
    expect(interval).toBeLessThanOrEqual(wanted);
    expect(paced(laso, false)).toBe(false);
    const { read, write } = client;
    expect(paced({ client: { read, write }, account: ACCOUNT }, 2_500)).toBe(2_500);
  }
});

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

test('focusing the page refetches, but not before the time the server named', () => {
  expect(refetchOnFocus({ state: state([], null, 0) })).toBe('always');
  expect(refetchOnFocus({ state: state([], error('server'), 1, Date.now()) })).toBe('always');
  expect(refetchOnFocus({ state: state([], error('rate-limited', 30_000), 1, Date.now()) })).toBe(false);
  expect(mayAskAgain({ state: state([], error('rate-limited', 30_000), 1, Date.now()) })).toBe(false);
  expect(mayAskAgain({ state: state([], error('server'), 1, Date.now()) })).toBe(true);
  expect(refetchOnFocus({ state: state([], error('rate-limited', 30_000), 1, Date.now() - 31_000) })).toBe(
    'always',
  );
});
