import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readCredentials, refreshCredentials } from './auth.ts';
import { answering, json } from '#testing/laso-client.ts';
import { testIdToken, USER } from '#testing/jwt.ts';

const NOW = Date.UTC(2026, 0, 15);
const LATER = NOW + 1_800_000;
const idToken = testIdToken(LATER);
const flat = { id_token: idToken, refresh_token: 'AMf-refresh', expires_in: '3600', user_id: USER };
const wrapped = {
  auth: { id_token: idToken, refresh_token: 'AMf-refresh', expires_in: '3600' },
  user_id: USER,
  callable_base_url: 'https://elsewhere.example',
};
const credentials = {
  accountId: USER,
  userId: USER,
  idToken,
  refreshToken: 'AMf-refresh',
  expiresAtMs: LATER,
};

describe('credentials in an answer', () => {
  test('are read flat and wrapped, and end when the token says', () => {
    expect(readCredentials(flat, NOW)).toEqual(credentials);
    expect(readCredentials(wrapped, NOW)).toEqual(credentials);
  });

  test('live as long as the token’s own dates tell where this device’s clock is ahead, so that they are not renewed at every read', () => {
    const hourAhead = LATER + 600_000;
    expect(readCredentials(flat, hourAhead)?.expiresAtMs).toBe(hourAhead + 3_600_000);
    const undated = { ...flat, id_token: testIdToken(LATER, { iat: undefined }) };
    expect(readCredentials(undated, hourAhead)?.expiresAtMs).toBe(LATER);
  });

  test.each([
    ['1800', 1_800_000],
    [1800, 1_800_000],
    [undefined, 3_600_000],
    ['soon', 3_600_000],
    [-5, 3_600_000],
  ])('an opaque token with expires_in %j lives that long', (expires_in, ms) => {
    expect(readCredentials({ ...flat, id_token: 'opaque', expires_in }, NOW)?.expiresAtMs).toBe(NOW + ms);
  });

  test('the account is the lower-cased user, from the answer or else from the token', () => {
    expect(readCredentials({ ...flat, user_id: USER.toUpperCase() }, NOW)?.accountId).toBe(USER);
    expect(readCredentials({ ...flat, user_id: undefined }, NOW)?.accountId).toBe(USER);
  });

  test.each([{ refresh_token: null }, { refresh_token: undefined }, { refresh_token: '' }])(
    '%j: cannot be renewed',
    (change) => {
      expect(readCredentials({ ...flat, ...change }, NOW)?.refreshToken).toBeNull();
    },
  );

  test.each([
    null,
    {},
    { auth: null },
    { ...flat, id_token: '' },
    { ...flat, user_id: '0xother' },
    { ...flat, id_token: 'opaque', user_id: null },
  ])('none, without a user, or of two users: %#', (body) => expect(readCredentials(body, NOW)).toBeNull());
});

const renew = (...answers: (Response | Error)[]) => {
  const server = answering(...answers);
  const done = refreshCredentials({
    baseUrl: 'https://laso.finance',
    refreshToken: 'AMf-refresh',
    fetch: server.fetch,
  });
  return { server, done };
};

describe('renewal', () => {
  test("goes to Laso's POST /auth, without a Bearer", async () => {
    const { server, done } = renew(json({ ...flat, refresh_token: 'AMf-next' }));
    expect(await done).toMatchObject({ accountId: USER, refreshToken: 'AMf-next' });
    expect(server.sent[0]).toMatchObject({
      method: 'POST',
      url: 'https://laso.finance/auth',
      body: { grant_type: 'refresh_token', refresh_token: 'AMf-refresh' },
    });
    expect(server.sent[0]?.headers.has('authorization')).toBe(false);
  });

  test.each([
    [json({ error: 'Token AMf-refresh is revoked' }, 401), { kind: 'unauthorized', status: 401 }],
    [json({ error: 'bad AMf-refresh' }, 400), { kind: 'bad-request', status: 400 }],
    [json({ error: 'AMf-refresh' }, 500), { kind: 'server', status: 500 }],
    [json({ hello: 'AMf-refresh' }), { kind: 'bad-answer' }],
    [new TypeError('AMf-refresh'), { kind: 'offline' }],
  ])('fails once, with its kind and without the token: %#', async (answer, expected) => {
    const { server, done } = renew(answer);
    const error: unknown = await done.catch((caught: unknown) => caught);
    expect(error).toMatchObject(expected);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('AMf-refresh');
    expect(server.sent).toHaveLength(1);
  });
});
