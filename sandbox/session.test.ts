import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { testUserId } from './chain/test-accounts.ts';
import { answered, bearer, get, post } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';

const EXCHANGE = '/identity/v1/accounts:signInWithCustomToken?key=sandbox-key';
const MINUTE = 60_000;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'first-day' });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const linkToken = (livesSeconds?: number): string =>
  new URL(sandbox.createLoginLink(sandbox.accounts.firstDay, livesSeconds)).searchParams.get('authToken') ??
  '';
const exchange = (token: string) => post(sandbox, EXCHANGE, { token, returnSecureToken: true });
const errorOf = (body: Record<string, unknown>): unknown => Object(body['error']).message;

test('a login link’s token becomes a session of that account, once', async () => {
  const token = linkToken();
  expect(decodeJwt(token)).toMatchObject({
    uid: sandbox.accounts.firstDay,
    aud: expect.stringContaining('identitytoolkit'),
  });
  const first = await exchange(token);
  expect(first.status).toBe(200);
  expect(first.body['expiresIn']).toBe('3600');
  expect(decodeJwt(String(first.body['idToken']))).toMatchObject({
    iss: 'https://securetoken.google.com/laso-sandbox',
    aud: 'laso-sandbox',
    sub: sandbox.accounts.firstDay,
    user_id: sandbox.accounts.firstDay,
  });
  const cards = await get(sandbox, '/get-card-data', {
    authorization: `Bearer ${String(first.body['idToken'])}`,
  });
  expect(cards.body['cards']).toHaveLength(2);

  const second = await exchange(token);
  expect([second.status, errorOf(second.body)]).toEqual([400, 'INVALID_CUSTOM_TOKEN']);
});

test('two links of the same second are two links', async () => {
  const [one, two] = [linkToken(), linkToken()];
  expect((await exchange(one)).status).toBe(200);
  expect((await exchange(two)).status).toBe(200);
});

test('expired, forged and foreign custom tokens and a wrong key are each refused in Google’s words', async () => {
  const token = linkToken(60);
  sandbox.clock.advance(61_000);
  expect(errorOf((await exchange(token)).body)).toBe('TOKEN_EXPIRED');
  const fresh = linkToken();
  expect(errorOf((await exchange(`${fresh.slice(0, -6)}AAAAAA`)).body)).toBe('INVALID_CUSTOM_TOKEN');
  expect(errorOf((await exchange('nonsense')).body)).toBe('INVALID_CUSTOM_TOKEN');
  const wrongKey = await post(sandbox, EXCHANGE.replace('sandbox-key', 'other'), { token: fresh });
  expect(errorOf(wrongKey.body)).toBe('API_KEY_INVALID');
  expect((await exchange(fresh)).status).toBe(200);
});

test('GET /auth costs a tenth of a cent and opens the payer’s account', async () => {
  const { status, body } = await answered(await payingClient(3).fetch(`${sandbox.url}/auth`));
  expect(status).toBe(200);
  expect(body['user_id']).toBe(testUserId(3));
  const { status: balance } = await get(sandbox, '/get-account-balance', {
    authorization: `Bearer ${String(Object(body['auth']).id_token)}`,
  });
  expect(balance).toBe(404);
});

test('a refresh token works once and is replaced', async () => {
  const issued = sandbox.tokens.issue(testUserId(1));
  const body = { grant_type: 'refresh_token', refresh_token: issued.refresh_token };
  const first = await post(sandbox, '/auth', body);
  expect(first.status).toBe(200);
  expect(first.body['user_id']).toBe(testUserId(1));
  expect(first.body['refresh_token']).not.toBe(issued.refresh_token);
  expect(first.body['id_token']).not.toBe(issued.id_token);
  expect((await post(sandbox, '/auth', body)).status).toBe(401);
  const twin = await post(sandbox, '/refresh', { refresh_token: first.body['refresh_token'] });
  expect(twin.body).toMatchObject({ user_id: testUserId(1), auth: { expires_in: '3600' } });
});

test('a wrong grant or a missing refresh token is a 400', async () => {
  expect((await post(sandbox, '/auth', { grant_type: 'password', refresh_token: 'x' })).status).toBe(400);
  expect((await post(sandbox, '/auth', { grant_type: 'refresh_token' })).status).toBe(400);
  expect((await post(sandbox, '/auth', null)).status).toBe(400);
  expect((await post(sandbox, '/refresh', {})).status).toBe(400);
});

test('a Bearer token must be ours, unexpired and complete', async () => {
  const good = bearer(sandbox, testUserId(1));
  expect((await get(sandbox, '/get-card-data')).status).toBe(401);
  expect((await get(sandbox, '/get-card-data', { authorization: `${good['authorization']}x` })).status).toBe(
    401,
  );
  expect((await get(sandbox, '/get-card-data', { authorization: `Bearer ${linkToken()}` })).status).toBe(401);
  expect((await get(sandbox, '/get-card-data', good)).status).toBe(200);
  sandbox.clock.advance(61 * MINUTE);
  expect((await get(sandbox, '/get-card-data', good)).status).toBe(401);
});

test('GET /get-auth-link gives a link that signs in, in either style', async () => {
  const auth = bearer(sandbox, sandbox.accounts.firstDay);
  const first = await get(sandbox, '/get-auth-link', auth);
  const token = new URL(String(first.body['auth_url'])).searchParams.get('authToken');
  expect((await exchange(token ?? '')).status).toBe(200);

  await post(sandbox, '/__sandbox/switches', { authLink: 'code' });
  const second = await get(sandbox, '/get-auth-link', auth);
  expect(second.body).toMatchObject({ user_id: sandbox.accounts.firstDay, expires_in: 900 });
  expect(String(second.body['auth_url'])).toMatch(/\/agent\/dashboard\/auth\?code=[A-Z0-9]{5}-[A-Z0-9]{5}$/);
});

test('a login code works once, for 15 minutes', async () => {
  const code = sandbox.tokens.code(sandbox.accounts.firstDay);
  const first = await post(sandbox, '/redeem-code', { code: code.toLowerCase() });
  expect(first.body).toMatchObject({ user_id: sandbox.accounts.firstDay, auth: { expires_in: '3600' } });
  expect((await post(sandbox, '/redeem-code', { code })).status).toBe(400);
  expect((await post(sandbox, '/redeem-code', { code: 'AAAAA-AAAAA' })).status).toBe(404);
  const late = sandbox.tokens.code(sandbox.accounts.firstDay);
  sandbox.clock.advance(15 * MINUTE);
  expect((await post(sandbox, '/redeem-code', { code: late })).body['error']).toContain('expired');
});

test('a revoked account cannot refresh', async () => {
  const { refresh_token: token } = sandbox.tokens.issue(testUserId(1));
  await post(sandbox, '/__sandbox/revoke', { account: testUserId(1) });
  expect((await post(sandbox, '/auth', { grant_type: 'refresh_token', refresh_token: token })).status).toBe(
    401,
  );
});
