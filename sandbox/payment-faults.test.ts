import { decodePaymentRequiredHeader, decodePaymentResponseHeader } from '@x402/core/http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testUserId } from './chain/test-accounts.ts';
import type { Fault } from './control/faults.ts';
import { answered, bearer, get, post } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';

const ORDER = '/get-card?amount=10';
const HOUR_MS = 3_600_000;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
});
beforeEach(() => sandbox.reset());
afterEach(() => vi.restoreAllMocks());
afterAll(() => sandbox.close());

const add = (fault: Partial<Fault> & Pick<Fault, 'kind'>) =>
  sandbox.faults.add({ route: 'get-card', ...fault });
const sign = () => payingClient(1).sign(`${sandbox.url}${ORDER}`);
const send = (headers: Record<string, string>) => get(sandbox, ORDER, headers);
const paid = () => sandbox.chain.usdcBalanceOf(PAY_TO);
const cards = () => sandbox.store.cardsOf(testUserId(1));
const balance = async () =>
  (await get(sandbox, '/get-account-balance', bearer(sandbox, testUserId(1)))).body['balance'];
const receipt = (headers: Headers) => decodePaymentResponseHeader(headers.get('payment-response') ?? '');
const errorOf = (headers: Headers) =>
  decodePaymentRequiredHeader(headers.get('payment-required') ?? '').error;

test('settlement-pending: a 402 with the transaction, which the chain takes later', async () => {
  add({ kind: 'settlement-pending', ms: HOUR_MS });
  const headers = await sign();
  const pending = await send(headers);
  expect([pending.status, pending.body['errorReason']]).toEqual([402, 'settlement_pending']);
  const { success, transaction, payer } = receipt(pending.headers);
  expect([success, payer?.toLowerCase()]).toEqual([false, testUserId(1)]);
  expect(pending.body['transaction']).toBe(transaction);
  expect(await paid()).toBe(0n);
  expect((await send(headers)).body['transaction']).toBe(transaction);

  expect((await post(sandbox, '/__sandbox/mine-pending', {})).body).toEqual({ mined: 1 });
  expect(await paid()).toBe(10_000_000n);
  const hash: `0x${string}` = `0x${transaction.slice(2)}`;
  expect((await sandbox.chain.publicClient.getTransactionReceipt({ hash })).status).toBe('success');
  expect([cards(), await balance()]).toEqual([[], 10]);
  expect(errorOf((await send(headers)).headers)).toContain('nonce_already_used');
  expect(await paid()).toBe(10_000_000n);
});

test('settlement-pending with orderMade: the card is there once the chain has taken the transfer', async () => {
  add({ kind: 'settlement-pending', ms: HOUR_MS, orderMade: true });
  await send(await sign());
  expect(cards()).toEqual([]);
  await post(sandbox, '/__sandbox/clock', { advanceMs: HOUR_MS });
  expect(cards()).toHaveLength(1);
  expect(await paid()).toBe(10_000_000n);
});

test('settlement-pending: after its ms the chain takes the transfer by itself', async () => {
  add({ kind: 'settlement-pending', ms: 20 });
  await send(await sign());
  await vi.waitFor(async () => expect(await paid()).toBe(10_000_000n), { timeout: 5_000 });
});

test('several pending settlements are independent of each other and of what settles meanwhile', async () => {
  add({ kind: 'settlement-pending', ms: HOUR_MS, times: 2 });
  expect([(await send(await sign())).status, (await send(await sign())).status]).toEqual([402, 402]);
  expect((await send(await sign())).status).toBe(200);
  expect(await sandbox.held.mine()).toBe(2);
  expect(await paid()).toBe(30_000_000n);
});

test('second-challenge: the payment is answered with a challenge, which does not show whether it was settled', async () => {
  add({ kind: 'second-challenge' });
  const headers = await sign();
  const first = await send(headers);
  expect([first.status, errorOf(first.headers)]).toEqual([402, 'Payment required']);
  expect(await paid()).toBe(0n);
  add({ kind: 'second-challenge', settled: true });
  const second = await send(headers);
  expect([second.status, second.body, errorOf(second.headers)]).toEqual([402, {}, 'Payment required']);
  expect(second.headers.get('payment-response')).toBeNull();
  expect([await paid(), cards(), await balance()]).toEqual([10_000_000n, [], 10]);
  add({ kind: 'second-challenge', settled: true, orderMade: true });
  expect((await send(await sign())).status).toBe(402);
  expect(cards()).toHaveLength(1);
});

test('second-challenge can name other terms', async () => {
  add({ kind: 'second-challenge' });
  add({ kind: 'changed-challenge', when: 'payment', patch: { amount: '11000000' } });
  const { headers } = await send(await sign());
  const [offer] = decodePaymentRequiredHeader(headers.get('payment-required') ?? '').accepts;
  expect(offer?.amount).toBe('11000000');
});

test('frozen-after-settlement: 403 with a receipt, the amount on the balance', async () => {
  add({ kind: 'frozen-after-settlement', message: 'Write to us.' });
  const { status, headers, body } = await send(await sign());
  expect([status, body['frozen_message']]).toEqual([403, 'Write to us.']);
  expect(receipt(headers).success).toBe(true);
  expect([await paid(), cards(), await balance()]).toEqual([10_000_000n, [], 10]);
});

test('duplicate: the request arrives twice; the first answer is lost, the second says the nonce is used', async () => {
  add({ kind: 'duplicate' });
  const { status, headers } = await send(await sign());
  expect(status).toBe(402);
  expect(errorOf(headers)).toContain('nonce_already_used');
  expect(await paid()).toBe(10_000_000n);
  expect(cards()).toHaveLength(1);
  expect(
    sandbox.log
      .list()
      .filter((one) => one.paying)
      .map((one) => one.status),
  ).toEqual([200, 402]);
});

test('duplicate: a POST comes twice with its body', async () => {
  sandbox.faults.add({ route: 'auth', kind: 'duplicate', method: 'POST' });
  const { refresh_token: token } = sandbox.tokens.issue(testUserId(1));
  const renewal = { grant_type: 'refresh_token', refresh_token: token };
  expect((await post(sandbox, '/auth', renewal)).status).toBe(401);
  expect(sandbox.log.list().map((one) => one.status)).toEqual([200, 401]);
});

test.each([
  ['after the settlement', false, 10_000_000n],
  ['before anything is done', true, 0n],
])('slow %s: no answer until a test ends the wait', async (_when, before, meanwhile) => {
  add({ kind: 'slow', ms: HOUR_MS, before, when: 'payment' });
  const patience = new AbortController();
  const silent = fetch(`${sandbox.url}${ORDER}`, { headers: await sign(), signal: patience.signal });
  const gaveUp = silent.catch((error: unknown) => String(error));
  await vi.waitFor(() => expect(sandbox.waiting.size()).toBe(1), { timeout: 5_000 });
  patience.abort();
  expect(await gaveUp).toMatch(/abort/);
  expect(await paid()).toBe(meanwhile);
  // The caller is gone, and yet the order goes on.
  expect((await post(sandbox, '/__sandbox/release', {})).body).toEqual({ released: 1 });
  await vi.waitFor(() => expect(cards()).toHaveLength(1), { timeout: 5_000 });
  expect(await paid()).toBe(10_000_000n);
});

test('an order whose handler fails after the settlement credits the account balance', async () => {
  const handler = vi.spyOn(sandbox.store, 'orderUsCard').mockImplementationOnce(() => {
    throw new Error('The issuer is down.');
  });
  const { status, headers, body } = await answered(await payingClient(1).fetch(`${sandbox.url}${ORDER}`));
  expect(handler).toHaveBeenCalledOnce();
  expect([status, body['error']]).toEqual([500, expect.stringContaining('on your account balance')]);
  expect(receipt(headers).success).toBe(true);
  expect([await paid(), cards(), await balance()]).toEqual([10_000_000n, [], 10]);
});

test('while a drop is due, connections are not kept, so that no browser repeats the request by itself', async () => {
  expect((await get(sandbox, ORDER)).headers.get('connection')).not.toBe('close');
  add({ kind: 'drop-after-settlement' });
  expect((await get(sandbox, ORDER)).headers.get('connection')).toBe('close');
  await expect(send(await sign())).rejects.toThrow('fetch failed');
  expect((await get(sandbox, ORDER)).headers.get('connection')).not.toBe('close');
});

test('settlement-pending that outlives its authorization never charges', async () => {
  // It has its own sandbox, because a chain's clock never goes back.
  const other = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
  try {
    other.faults.add({ route: 'get-card', kind: 'settlement-pending', ms: HOUR_MS, orderMade: true });
    await payingClient(1).fetch(`${other.url}${ORDER}`);
    await other.chain.advance(301);
    expect(await other.held.mine()).toBe(0);
    expect(await other.chain.usdcBalanceOf(PAY_TO)).toBe(0n);
    expect(other.store.cardsOf(testUserId(1))).toEqual([]);
  } finally {
    await other.close();
  }
});
