import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { createAccountCardClient } from '#laso/account-card/account-card-client.ts';
import { AccountCardError } from '#laso/account-card/account-card-error.ts';
import type { AccountCard } from '#laso/account-card/read-account-card.ts';
import { gateOf, statusWords } from './account-card-words.ts';
import { isGoodbye } from './hosted-page-message.ts';
import { nextReadMs } from './next-read.ts';
import {
  leaveProgramme,
  noteCard,
  noteOrder,
  readAccessToken,
  useProgrammeAccess,
} from './programme-access.ts';

const NOW = Date.UTC(2026, 10, 20);
const cardOf = (status: string): AccountCard => ({
  id: `card-${status}`,
  holder: null,
  expiry: null,
  last4: null,
  status,
  type: 'VIRTUAL',
  // By the programme's clock; this device's may be ahead.
  orderedAtMs: NOW - 45_000,
});
const next = (error: AccountCardError | null, failures = 1, waitingSinceMs: number | null = null) =>
  nextReadMs({ error, failures }, waitingSinceMs, NOW);

test('what is waited for is looked at every two seconds, after half a minute every ten', () => {
  expect(next(null, 0, NOW)).toBe(2_000);
  expect(next(null, 0, NOW - 30_000)).toBe(10_000);
  expect(next(null)).toBe(60_000);
});

describe('how long a card is waited for', () => {
  const client = createAccountCardClient({
    config: { baseUrl: 'https://programme.example', clientKey: 'key', usEnv: true, imageHosts: [] },
    bearer: Secret.of('bearer'),
  });
  const waiting = () => useProgrammeAccess.getState().waitingSinceMs;
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
    leaveProgramme();
    useProgrammeAccess.setState({ client });
  });
  afterEach(() => vi.useRealTimers());

  test('since this page saw it so, whatever the programme’s clock says', () => {
    noteCard(client, cardOf('PENDING'));
    vi.setSystemTime(NOW + 9_000);
    noteCard(client, cardOf('PENDING'));
    expect(waiting()).toBe(NOW);
    noteCard(client, cardOf('ACTIVE'));
    expect(waiting()).toBeNull();
  });

  test('since the order, also while no card is to be seen; a card in sight ends the order', () => {
    noteOrder(client, 'unsure', NOW - 5_000);
    noteCard(client, null);
    expect(useProgrammeAccess.getState()).toMatchObject({ order: 'unsure', waitingSinceMs: NOW - 5_000 });
    noteCard(client, cardOf('PENDING'));
    expect(useProgrammeAccess.getState()).toMatchObject({ order: null, waitingSinceMs: NOW - 5_000 });
  });

  test('another access token starts from nothing, and a late answer to an earlier one changes nothing', () => {
    noteOrder(client, 'taken', NOW);
    leaveProgramme();
    noteOrder(client, 'taken', NOW);
    noteCard(client, cardOf('PENDING'));
    expect(useProgrammeAccess.getState()).toMatchObject({ order: null, waitingSinceMs: null });
  });
});

test('a failure is tried again more and more slowly, and never where only a person can help', () => {
  expect(next(new AccountCardError('offline', 'x'))).toBe(5_000);
  expect(next(new AccountCardError('offline', 'x'), 9)).toBe(60_000);
  expect(next(new AccountCardError('rate-limited', 'x', { retryAfterMs: 90_000 }))).toBe(90_000);
  for (const kind of ['unauthorized', 'forbidden', 'client-key-refused', 'client-key-missing'] as const)
    expect(next(new AccountCardError(kind, 'x'))).toBeNull();
});

test('only VERIFIED opens the gate; a word this page does not know is shown as it came', () => {
  expect(gateOf('VERIFIED')).toBeNull();
  for (const state of ['UNVERIFIED', 'PENDING', 'REJECTED'])
    expect(gateOf(state)?.detail.length).toBeGreaterThan(40);
  expect(gateOf('ON_HOLD')?.title).toContain('“ON_HOLD”');
  expect(gateOf(null)?.title).toContain('does not say');
  expect(statusWords('INACTIVE').word).toBe('INACTIVE');
  expect(statusWords(null).word).toBe('Status unknown');
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
