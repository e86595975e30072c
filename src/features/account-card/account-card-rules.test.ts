import { expect, test } from 'vitest';
import { AccountCardError } from '#laso/account-card/account-card-error.ts';
import type { AccountCard } from '#laso/account-card/read-account-card.ts';
import { gateOf, statusWords } from './account-card-words.ts';
import { isGoodbye } from './hosted-page-message.ts';
import { nextReadMs } from './next-read.ts';
import { readAccessToken } from './programme-access.ts';

const NOW = Date.UTC(2026, 10, 20);
const cardOf = (status: string, orderedAtMs: number | null = NOW): AccountCard => ({
  id: `card-${status}-${orderedAtMs}`,
  holder: null,
  expiry: null,
  last4: null,
  status,
  type: 'VIRTUAL',
  orderedAtMs,
});
const next = (
  card: AccountCard | null,
  error: AccountCardError | null = null,
  ordered = false,
  failures = 1,
) => nextReadMs({ card, verification: null, error, failures }, ordered, NOW);

test('a card being made is looked at every two seconds, after half a minute every ten', () => {
  expect(next(cardOf('PENDING'))).toBe(2_000);
  expect(next(cardOf('PENDING', NOW - 30_000))).toBe(10_000);
  expect(next(null, null, true)).toBe(2_000);
  expect(next(cardOf('ACTIVE'))).toBe(60_000);
});

test('a failure is tried again more and more slowly, and never where only a person can help', () => {
  expect(next(null, new AccountCardError('offline', 'x'))).toBe(5_000);
  expect(next(null, new AccountCardError('offline', 'x'), false, 9)).toBe(60_000);
  expect(next(null, new AccountCardError('rate-limited', 'x', { retryAfterMs: 90_000 }))).toBe(90_000);
  for (const kind of ['unauthorized', 'forbidden', 'client-key-refused', 'client-key-missing'] as const)
    expect(next(null, new AccountCardError(kind, 'x'))).toBeNull();
});

test('only VERIFIED opens the gate; a word this page does not know is shown as it came', () => {
  expect(gateOf('VERIFIED')).toBeNull();
  for (const state of ['UNVERIFIED', 'PENDING', 'REJECTED'])
    expect(gateOf(state)?.detail.length).toBeGreaterThan(40);
  expect(gateOf('ON_HOLD')?.title).toContain('“ON_HOLD”');
  expect(gateOf(null)?.title).toContain('does not say');
  expect(statusWords('INACTIVE').word).toBe('INACTIVE');
});

test.each([
  [{ type: 'abort' }, true],
  ['{"type":"abort"}', true],
  ['abort', true],
  [{ type: 'resize', height: 3 }, false],
  ['{broken', false],
  [null, false],
])('a hosted page that says %j has finished: %s', (data, finished) => expect(isGoodbye(data)).toBe(finished));

test.each([
  ['  Bearer abc.def-1 \n', 'abc.def-1'],
  ['abc', 'abc'],
  ['two words', null],
  ['line\nbreak', null],
  ['schlüssel', null],
  ['', null],
  ['x'.repeat(9_000), null],
])('%j as an access token is %j', (text, token) => expect(readAccessToken(text)).toBe(token));
