import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { exchangeCustomToken } from './identity.ts';
import { redeemCode } from './redeem-code.ts';
import { answering, json, type FakeServer } from '#testing/laso-client.ts';
import { testCustomToken, testIdToken, USER } from '#testing/jwt.ts';

const LATER = Date.UTC(2030, 0, 1);
const token = testCustomToken(LATER);
const exchange = (server: FakeServer, firebaseApiKey = 'AIza-public') =>
  exchangeCustomToken({
    identityToolkitUrl: 'https://identitytoolkit.googleapis.com/',
    firebaseApiKey,
    token,
    fetch: server.fetch,
  });
const redeem = (server: FakeServer, authCodeUrl = 'https://laso.finance/auth/code') =>
  redeemCode({ authCodeUrl, code: 'T4RWN-8CXDQ', fetch: server.fetch });

test('a custom token is exchanged once, in the body', async () => {
  const server = answering(json({ idToken: testIdToken(LATER), refreshToken: 'AMf-1', expiresIn: '3600' }));
  expect(await exchange(server)).toMatchObject({
    accountId: USER,
    userId: USER,
    refreshToken: 'AMf-1',
    expiresAtMs: LATER,
  });
  expect(server.sent).toHaveLength(1);
  expect(server.sent[0]).toMatchObject({
    method: 'POST',
    url: 'https://identitytoolkit.googleapis.com/v1/accounts:signInWithCustomToken?key=AIza-public',
    body: { token, returnSecureToken: true },
  });
});

describe('a refused custom token', () => {
  test.each([
    ['INVALID_CUSTOM_TOKEN', 400, 'link-refused'],
    ['INVALID_CUSTOM_TOKEN : The token was used.', 400, 'link-refused'],
    ['TOKEN_EXPIRED', 400, 'link-expired'],
    ['CREDENTIAL_MISMATCH', 400, 'wrong-project'],
    ['API key not valid. Please pass a valid API key.', 400, 'not-configured'],
    ['API_KEY_INVALID', 400, 'not-configured'],
    ['API key expired. Please renew the API key.', 400, 'not-configured'],
    ['Requests from referer <empty> are blocked.', 403, 'not-configured'],
    ['USER_DISABLED', 400, 'forbidden'],
    ['QUOTA_EXCEEDED : Exceeded quota.', 429, 'rate-limited'],
    ['INTERNAL: session expired?', 503, 'server'],
  ])('%s (%d) is %s', async (message, code, kind) => {
    const server = answering(json({ error: { code, message, status: 'INVALID_ARGUMENT' } }, code));
    const error: unknown = await exchange(server).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind, status: code });
    expect(server.sent).toHaveLength(1);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(token);
  });

  test('a broken connection is offline, tokens without a user are a bad answer', async () => {
    await expect(exchange(answering(new TypeError(token)))).rejects.toMatchObject({ kind: 'offline' });
    await expect(exchange(answering(json({ idToken: 'opaque' })))).rejects.toMatchObject({
      kind: 'bad-answer',
    });
  });
});

test('without a key or an address nothing is sent', async () => {
  const server = answering(json({}));
  await expect(exchange(server, '')).rejects.toMatchObject({ kind: 'not-configured' });
  await expect(redeem(server, '')).rejects.toMatchObject({ kind: 'not-configured' });
  expect(server.sent).toHaveLength(0);
});

test('a code is exchanged for the shape of GET /auth', async () => {
  const server = answering(
    json({ auth: { id_token: testIdToken(LATER), refresh_token: 'AMf-1' }, user_id: USER }),
  );
  expect(await redeem(server)).toMatchObject({ accountId: USER, refreshToken: 'AMf-1' });
  expect(server.sent[0]).toMatchObject({
    method: 'POST',
    url: 'https://laso.finance/auth/code',
    body: { code: 'T4RWN-8CXDQ' },
  });
});

test.each([
  [400, 'Code already used', 'link-refused'],
  [404, 'Unknown code', 'link-refused'],
  [410, 'Gone', 'link-expired'],
  [400, 'Code T4RWN-8CXDQ expired', 'link-expired'],
  [429, 'Slow down', 'rate-limited'],
])('a code refused with %d “%s” is %s', async (status, error, kind) => {
  const failed: unknown = await redeem(answering(json({ error }, status))).catch((caught: unknown) => caught);
  expect(failed).toMatchObject({ kind });
  expect(inspect(failed, { depth: 9 })).not.toContain('T4RWN');
});
