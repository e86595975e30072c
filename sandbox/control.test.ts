import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAgent } from './agent/agent.ts';
import { createSandbox, type Sandbox } from './app.ts';
import { ACCOUNT_INDEX, testAccount, testUserId } from './chain/test-accounts.ts';
import { bearer, get, post } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022' });
});
afterAll(() => sandbox.close());

const preflight = (origin: string, headers: string) =>
  fetch(`${sandbox.url}/get-card?amount=50`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': headers },
  });

test('pages of this machine may call, with just the headers the protocol needs', async () => {
  const answer = await preflight('http://localhost:5173', 'payment-signature');
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  expect(answer.headers.get('access-control-allow-headers')).toBe(
    'Authorization,Content-Type,PAYMENT-SIGNATURE,X-PAYMENT,SIGN-IN-WITH-X',
  );
  expect(answer.headers.get('access-control-allow-methods')).toBe('GET,POST,OPTIONS');
  const foreign = await preflight('https://example.com', 'payment-signature');
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
});

test('control answers neither pages of other origins nor requests under another host name', async () => {
  expect((await post(sandbox, '/__sandbox/reset', {}, { origin: 'https://example.com' })).status).toBe(403);
  const status = await new Promise((resolve, reject) => {
    const url = `${sandbox.url}/__sandbox/state`;
    request(url, { headers: { host: 'rebound.example' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .once('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test('a control body that is wrong is refused with the reason', async () => {
  expect((await post(sandbox, '/__sandbox/faults', { route: 'auth', kind: 'earthquake' })).status).toBe(400);
  expect((await post(sandbox, '/__sandbox/clock', { advanceMs: -1 })).status).toBe(400);
});

test('reset restores everything, quickly enough to run before every test', async () => {
  await payingClient(1).fetch(`${sandbox.url}/get-card?amount=5`);
  await post(sandbox, '/__sandbox/clock', { advanceMs: 3_600_000 });
  await post(sandbox, '/__sandbox/faults', { route: '*', kind: 'slow' });
  const session = sandbox.tokens.issue(testUserId(1));
  const began = performance.now();
  await post(sandbox, '/__sandbox/reset', {});
  // It takes about 100 ms on a quiet machine; shared machines are busy.
  expect(performance.now() - began).toBeLessThan(5_000);

  const { body } = await get(sandbox, '/__sandbox/state');
  expect(body).toMatchObject({ pay_to: { usdc_atomic: '0' } });
  expect(Math.abs(Number(body['now']) - Date.now())).toBeLessThan(1_000);
  expect(sandbox.faults.list()).toEqual([]);
  expect(sandbox.store.cardsOf(testUserId(1))).toEqual([]);
  expect(sandbox.store.cardsOf(sandbox.accounts.busy)).toHaveLength(40);
  expect(await sandbox.chain.usdcBalanceOf(testAccount(1).address)).toBe(5_000_000_000n);
  const renewal = { grant_type: 'refresh_token', refresh_token: session.refresh_token };
  expect((await post(sandbox, '/auth', renewal)).status).toBe(401);
});

test('the request log says what was asked, and holds no secret', async () => {
  await sandbox.reset();
  const auth = bearer(sandbox, sandbox.accounts.busy);
  await get(sandbox, '/get-card-data?card_id=x', auth);
  const { body } = await get(sandbox, '/__sandbox/requests');
  expect(body['requests']).toMatchObject([
    {
      method: 'GET',
      route: 'get-card-data',
      search: '?card_id=x',
      status: 404,
      authorized: true,
      paying: false,
    },
  ]);
  expect(JSON.stringify(body)).not.toContain(auth['authorization']?.slice(7));
});

test('the configuration is valid and names this sandbox', () => {
  expect(sandbox.config).toMatchObject({
    apiBaseUrl: sandbox.url,
    networks: [{ rpcUrl: sandbox.rpcUrl }, { rpcUrl: sandbox.solana?.rpcUrl }],
  });
});

test('the agent buys and spends through the API', async () => {
  await sandbox.reset();
  const agent = createAgent({ url: sandbox.url, accountIndex: ACCOUNT_INDEX.second, random: () => 0.3 });
  expect(await agent.act()).toMatch(/^spent \$/);
  const buyer = createAgent({ url: sandbox.url, accountIndex: 2, random: () => 0.5 });
  expect(await buyer.act()).toMatch(/^bought a \$23 card/);
  expect(sandbox.store.cardsOf(testUserId(2))).toMatchObject([{ usdAmountCents: 2_300 }]);
});
