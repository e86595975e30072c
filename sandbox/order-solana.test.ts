import { decodePaymentRequiredHeader, decodePaymentResponseHeader } from '@x402/core/http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { SOLANA_PAY_TO, type SolanaChain } from './chain/solana-chain.ts';
import { answered, bearer, get, post } from './testing/calls.ts';
import { solanaPayingClient } from './testing/solana-paying-client.ts';

const NETWORK = 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp';
const ORDER = '/get-card?amount=50';

let sandbox: Sandbox;
let solana: SolanaChain;
let client: Awaited<ReturnType<typeof solanaPayingClient>>;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
  if (!sandbox.solana) throw new Error('The sandbox has no Solana.');
  solana = sandbox.solana;
  client = await solanaPayingClient(sandbox, 0);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const url = (): string => `${sandbox.url}${ORDER}`;
const order = () => client.fetch(url());
const userId = (): string => client.address.toLowerCase();
const paid = () => solana.usdcBalanceOf(SOLANA_PAY_TO);
const cards = () => sandbox.store.cardsOf(userId());
const fault = (body: Record<string, unknown>) =>
  post(sandbox, '/__sandbox/faults', { route: 'get-card', ...body });
const settlement = (headers: Headers) => decodePaymentResponseHeader(headers.get('payment-response') ?? '');
const challenge = (headers: Headers) => decodePaymentRequiredHeader(headers.get('payment-required') ?? '');
const balance = async () =>
  (await get(sandbox, '/get-account-balance', bearer(sandbox, userId()))).body['balance'];

test('the official client orders a card: exactly $50 reach Laso’s token account, and the payer’s id is in lower case', async () => {
  const { status, headers, body } = await answered(await order());
  expect(status).toBe(200);
  expect(body).toMatchObject({ user_id: userId(), card: { usd_amount: 50, status: 'pending' } });
  expect(userId()).not.toBe(client.address);
  expect(await paid()).toBe(50_000_000n);
  expect(await solana.usdcBalanceOf(client.address)).toBe(4_950_000_000n);
  expect(settlement(headers)).toMatchObject({ success: true, network: NETWORK, payer: client.address });
  const { transaction } = settlement(headers);
  expect(solana.transaction(transaction)?.outcome.err).toBeNull();
  const page = await fetch(`${sandbox.url}/explorer/tx/${transaction}`);
  expect(await page.text()).toContain(`50.00 from ${client.address} to ${SOLANA_PAY_TO}`);
});

test('a challenge offers Base first and Solana second, with a fee payer who is not the payer', async () => {
  const { headers } = await get(sandbox, ORDER);
  const [base, second] = challenge(headers).accepts;
  expect(base?.network).toBe('eip155:8453');
  expect(second).toMatchObject({ network: NETWORK, amount: '50000000', payTo: SOLANA_PAY_TO });
  expect(second?.extra).toMatchObject({ recentBlockhash: expect.any(String) });
  expect(second?.extra?.['feePayer']).not.toBe(client.address);
});

test('the same payment twice at once is charged once, and later it is refused as processed', async () => {
  const headers = await client.sign(url());
  const both = await Promise.all([fetch(url(), { headers }), fetch(url(), { headers })]);
  expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 402]);
  const again = await fetch(url(), { headers });
  expect(again.status).toBe(402);
  expect(challenge(again.headers).error).toContain('simulation_failed');
  expect(await paid()).toBe(50_000_000n);
  expect(cards()).toHaveLength(1);
});

test('four wallets’ payments at the same time all settle', async () => {
  const clients = await Promise.all([0, 1, 2, 3].map((index) => solanaPayingClient(sandbox, index)));
  const answers = await Promise.all(clients.map((one) => one.fetch(url())));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await paid()).toBe(200_000_000n);
});

test('a wallet with too little is refused before anything moves', async () => {
  await post(sandbox, '/__sandbox/fund', { address: client.address, usdc_atomic: '49999999' });
  expect((await order()).status).toBe(402);
  expect(await paid()).toBe(0n);
  expect((await get(sandbox, `/__sandbox/balance/${client.address}`)).body['usdc_atomic']).toBe('49999999');
});

test('drop-after-settlement: the money moves and the card is made, but no answer comes', async () => {
  await fault({ kind: 'drop-after-settlement' });
  await expect(order()).rejects.toThrow('fetch failed');
  expect(await paid()).toBe(50_000_000n);
  expect(cards()).toHaveLength(1);
});

test('drop-before and error-before-settlement: nothing moves, and the same payment is still good', async () => {
  const headers = await client.sign(url());
  await fault({ kind: 'drop-before' });
  await expect(get(sandbox, ORDER, headers)).rejects.toThrow('fetch failed');
  await fault({ kind: 'error-before-settlement' });
  expect((await get(sandbox, ORDER, headers)).status).toBe(500);
  expect(await paid()).toBe(0n);
  expect((await get(sandbox, ORDER, headers)).status).toBe(200);
});

test('error-after-settlement: 500 with a receipt, and the amount is on the account balance', async () => {
  await fault({ kind: 'error-after-settlement' });
  const answer = await order();
  expect(answer.status).toBe(500);
  expect(settlement(answer.headers)).toMatchObject({ success: true, network: NETWORK });
  expect([await paid(), await balance(), cards().length]).toEqual([50_000_000n, 50, 0]);
});

test('settlement-failure: a second 402 with Laso’s body, nothing moves', async () => {
  await fault({ kind: 'settlement-failure' });
  const { status, body } = await answered(await order());
  expect(status).toBe(402);
  expect(body).toMatchObject({ success: false, network: NETWORK, payer: client.address });
  expect(await paid()).toBe(0n);
});

test('settlement-pending: 402 with the transaction, which is mined later and credited', async () => {
  await fault({ kind: 'settlement-pending', ms: 3_600_000 });
  const answer = await order();
  const { transaction, ...rest } = settlement(answer.headers);
  expect(answer.status).toBe(402);
  expect(rest).toMatchObject({ success: false, errorReason: 'settlement_pending', payer: client.address });
  expect([await paid(), solana.transaction(transaction)]).toEqual([0n, null]);
  expect((await post(sandbox, '/__sandbox/mine-pending', {})).body).toEqual({ mined: 1 });
  expect([await paid(), await balance()]).toEqual([50_000_000n, 50]);
  expect(solana.transaction(transaction)?.signature).toBe(transaction);
});

test('settlement-pending, resent: the same answer again, then one charge; with orderMade the card comes late', async () => {
  await fault({ kind: 'settlement-pending', ms: 3_600_000, orderMade: true });
  const headers = await client.sign(url());
  const first = await get(sandbox, ORDER, headers);
  const second = await get(sandbox, ORDER, headers);
  expect([first.status, second.status]).toEqual([402, 402]);
  expect(settlement(second.headers).transaction).toBe(settlement(first.headers).transaction);
  await post(sandbox, '/__sandbox/mine-pending', {});
  expect((await get(sandbox, ORDER, headers)).status).toBe(402);
  await expect.poll(() => cards().length).toBe(1);
  expect(await paid()).toBe(50_000_000n);
});

test('settlement-pending whose blockhash expires meanwhile is never mined', async () => {
  await fault({ kind: 'settlement-pending', ms: 3_600_000 });
  const { transaction } = settlement((await order()).headers);
  await post(sandbox, '/__sandbox/solana-blocks', { count: 151 });
  expect((await post(sandbox, '/__sandbox/mine-pending', {})).body).toEqual({ mined: 0 });
  expect([await paid(), solana.transaction(transaction)]).toEqual([0n, null]);
});

test('expired-blockhash: the chain moves past the payment, which is refused and can never be mined', async () => {
  const headers = await client.sign(url());
  await fault({ kind: 'expired-blockhash' });
  const refused = await get(sandbox, ORDER, headers);
  expect(refused.status).toBe(402);
  expect(challenge(refused.headers).error).toContain('simulation_failed');
  expect((await get(sandbox, ORDER, headers)).status).toBe(402);
  expect(await paid()).toBe(0n);
  expect((await order()).status).toBe(200);
});

test('changed-challenge reaches the second offer by its index', async () => {
  await fault({ kind: 'changed-challenge', patch: { 'accepts.1.payTo': client.address } });
  const { accepts } = challenge((await get(sandbox, ORDER)).headers);
  expect(accepts.map(({ payTo }) => payTo)).toEqual([accepts[0]?.payTo, client.address]);
});

test('reset gives full wallets, an empty recipient and the real time; the clock moves the blocks', async () => {
  await order();
  const headers = await client.sign(url());
  await post(sandbox, '/__sandbox/clock', { advanceMs: 120_000, chain: true });
  expect((await get(sandbox, ORDER, headers)).status).toBe(402);
  await sandbox.reset();
  expect(await paid()).toBe(0n);
  expect(await solana.usdcBalanceOf(client.address)).toBe(5_000_000_000n);
  expect((await get(sandbox, ORDER, headers)).status).toBe(402);
  expect((await order()).status).toBe(200);
});

test('without Solana the challenge offers Base only', async () => {
  const plain = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:4022',
    scenario: 'none',
    solana: false,
  });
  try {
    expect(plain.solana).toBeNull();
    expect(plain.config.networks).toHaveLength(1);
    expect(challenge((await get(plain, ORDER)).headers).accepts).toHaveLength(1);
  } finally {
    await plain.close();
  }
});
