import { decodePaymentRequiredHeader, decodePaymentResponseHeader } from '@x402/core/http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testUserId } from './chain/test-accounts.ts';
import { answered, bearer, get, post } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';

const ORDER = '/get-card?amount=10';
const PAGE = { origin: 'http://127.0.0.1:4022' };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const fault = (body: Record<string, unknown>) =>
  post(sandbox, '/__sandbox/faults', { route: 'get-card', ...body });
const order = () => payingClient(1).fetch(`${sandbox.url}${ORDER}`);
const paid = () => sandbox.chain.usdcBalanceOf(PAY_TO);
const cards = () => sandbox.store.cardsOf(testUserId(1));

const exposed = async () => (await get(sandbox, ORDER, PAGE)).headers.get('access-control-expose-headers');
const readChallenge = async () => {
  const { headers } = await get(sandbox, ORDER);
  return decodePaymentRequiredHeader(headers.get('payment-required') ?? '');
};

test('drop-after-settlement: the money moves, the card is made, no answer comes', async () => {
  await fault({ kind: 'drop-after-settlement' });
  await expect(order()).rejects.toThrow('fetch failed');
  expect(await paid()).toBe(10_000_000n);
  expect(cards()).toHaveLength(1);
  expect((await order()).status).toBe(200);
});

test('drop-before: nothing happens, and no answer comes', async () => {
  await fault({ kind: 'drop-before' });
  await expect(order()).rejects.toThrow('fetch failed');
  expect(await paid()).toBe(0n);
});

test('error-before-settlement: 500, nothing charged, and the same payment is still good', async () => {
  const headers = await payingClient(1).sign(`${sandbox.url}${ORDER}`);
  await fault({ kind: 'error-before-settlement' });
  expect((await get(sandbox, ORDER, headers)).status).toBe(500);
  expect(await paid()).toBe(0n);
  expect((await get(sandbox, ORDER, headers)).status).toBe(200);
});

test('error-after-settlement: 500 with a receipt; the amount goes to the balance, or the order was made all the same', async () => {
  await fault({ kind: 'error-after-settlement' });
  const first = await order();
  expect(first.status).toBe(500);
  expect(decodePaymentResponseHeader(first.headers.get('payment-response') ?? '').success).toBe(true);
  expect(await paid()).toBe(10_000_000n);
  expect(cards()).toEqual([]);
  expect((await get(sandbox, '/get-account-balance', bearer(sandbox, testUserId(1)))).body['balance']).toBe(
    10,
  );

  await fault({ kind: 'error-after-settlement', orderMade: true });
  expect((await order()).status).toBe(500);
  expect(cards()).toHaveLength(1);
});

test('settlement-failure: a second 402 with Laso’s body, nothing charged', async () => {
  await fault({ kind: 'settlement-failure' });
  const { status, headers, body } = await answered(await order());
  expect(status).toBe(402);
  expect(Object.keys(body).toSorted()).toEqual([
    'errorMessage',
    'errorReason',
    'network',
    'payer',
    'success',
  ]);
  expect(body).toMatchObject({ success: false, errorReason: 'insufficient_funds', network: 'eip155:8453' });
  expect(decodePaymentResponseHeader(headers.get('payment-response') ?? '').success).toBe(false);
  expect(await paid()).toBe(0n);
});

test('changed-challenge: the named fields differ in the next challenge only', async () => {
  const patch = {
    payTo: '0x000000000000000000000000000000000000dEaD',
    amount: '11000000',
    'extra.name': 'Fake USD',
    'extra.version': null,
    'resource.url': 'https://evil.example/get-card?amount=10',
  };
  await fault({ kind: 'changed-challenge', patch });
  const changed = await readChallenge();
  expect(changed.accepts[0]).toMatchObject({
    payTo: patch.payTo,
    amount: '11000000',
    extra: { name: 'Fake USD' },
  });
  expect(changed.accepts[0]?.extra).not.toHaveProperty('version');
  expect(changed.resource.url).toBe('https://evil.example/get-card?amount=10');
  expect((await readChallenge()).accepts[0]?.payTo).toBe(PAY_TO);
});

test('rate-limited, frozen, expired-token, not-found and refused answer as documented, and as often as asked', async () => {
  const route = 'get-card-data';
  const auth = bearer(sandbox, testUserId(1));
  const read = () => get(sandbox, '/get-card-data', auth);
  await fault({ route, kind: 'rate-limited', ms: 30_000, times: 2 });
  const limited = await read();
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '30']);
  expect((await read()).status).toBe(429);
  await fault({ route, kind: 'frozen', message: 'Write to us.' });
  expect((await read()).body).toEqual({ error: 'This account is frozen.', frozen_message: 'Write to us.' });
  await fault({ route, kind: 'expired-token' });
  expect((await read()).status).toBe(401);
  await fault({ route, kind: 'not-found' });
  expect((await read()).status).toBe(404);
  await fault({ route, kind: 'refused' });
  expect((await read()).status).toBe(400);
  await fault({ route, kind: 'refused', status: 409, message: 'Busy.' });
  expect(await read()).toMatchObject({ status: 409, body: { error: 'Busy.' } });
  expect((await read()).status).toBe(200);
});

test('a frozen account is refused everywhere, a payment before it is settled', async () => {
  const headers = await payingClient(1).sign(`${sandbox.url}${ORDER}`);
  await post(sandbox, '/__sandbox/freeze', { account: testUserId(1), message: 'Under review.' });
  expect((await get(sandbox, '/get-card-data', bearer(sandbox, testUserId(1)))).status).toBe(403);
  expect((await get(sandbox, ORDER, headers)).body['frozen_message']).toBe('Under review.');
  expect(await paid()).toBe(0n);
});

test('malformed-json: a paid answer that cannot be read, with its receipt', async () => {
  await fault({ kind: 'malformed-json', when: 'payment' });
  const answer = await order();
  expect(answer.status).toBe(200);
  expect(answer.headers.get('payment-response')).not.toBeNull();
  await expect(answer.json()).rejects.toThrow(SyntaxError);
});

test('slow: the answer waits', async () => {
  await fault({ kind: 'slow', ms: 150 });
  const began = performance.now();
  await get(sandbox, ORDER);
  expect(performance.now() - began).toBeGreaterThanOrEqual(140);
});

test('hidden-cors: the payment headers are there but a page may not read them', async () => {
  expect(await exposed()).toContain('PAYMENT-REQUIRED');
  await fault({ kind: 'hidden-cors' });
  expect(await exposed()).toBeNull();
});
