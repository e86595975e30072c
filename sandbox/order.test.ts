import { decodePaymentRequiredHeader, decodePaymentResponseHeader } from '@x402/core/http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testAccount, testUserId } from './chain/test-accounts.ts';
import { answered, bearer, get } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const settlement = (headers: Headers) => decodePaymentResponseHeader(headers.get('payment-response') ?? '');
const challenge = (headers: Headers) => decodePaymentRequiredHeader(headers.get('payment-required') ?? '');

test('the official client orders a card: exactly $50 move, and the card is ready when the clock has moved', async () => {
  const before = await sandbox.chain.usdcBalanceOf(PAY_TO);
  const { status, headers, body } = await answered(
    await payingClient(1).fetch(`${sandbox.url}/get-card?amount=50`),
  );

  expect(status).toBe(200);
  expect(body).toMatchObject({
    user_id: testUserId(1),
    auth: { expires_in: '3600' },
    card: { usd_amount: 50, country: 'US', status: 'pending' },
  });
  expect((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before).toBe(50_000_000n);
  const { success, transaction } = settlement(headers);
  expect(success).toBe(true);
  const page = await fetch(`${sandbox.url}/explorer/tx/${transaction}`);
  expect(await page.text()).toContain(`50.00 from ${testUserId(1)} to ${PAY_TO}`);

  const [card] = sandbox.store.cardsOf(testUserId(1));
  const path = `/get-card-data?card_id=${card?.cardId}`;
  const auth = bearer(sandbox, testUserId(1));
  expect((await get(sandbox, path, auth)).body).toEqual({ card_id: card?.cardId, status: 'pending' });
  sandbox.clock.advance(6_999);
  expect((await get(sandbox, path, auth)).body['status']).toBe('pending');
  sandbox.clock.advance(3_002);
  expect((await get(sandbox, path, auth)).body).toMatchObject({
    status: 'ready',
    card_details: { card_number: card?.number, available_balance: 50 },
  });
});

test('the unpaid answer is Laso’s: empty body, challenge in the header, not stored', async () => {
  const { status, headers, body } = await get(sandbox, '/get-card?amount=259.5');
  expect(status).toBe(402);
  expect(body).toEqual({});
  expect(headers.get('cache-control')).toBe('no-store');
  expect(challenge(headers)).toMatchObject({
    x402Version: 2,
    resource: { url: `${sandbox.url}/get-card?amount=259.5` },
    accepts: [
      {
        scheme: 'exact',
        network: 'eip155:8453',
        amount: '259500000',
        asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
        payTo: PAY_TO,
        extra: { name: 'USD Coin', version: '2' },
      },
      {
        scheme: 'exact',
        network: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp',
        amount: '259500000',
        asset: 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v',
        payTo: '3MZVk97x9SeRxbYpc3jhzRfU2fyA3emYutnqfn9kNfYX',
      },
    ],
  });
});

test.each([
  ['4.99', '$5 or more'],
  ['1000.01', '$1000 at most'],
  ['abc', 'number of dollars'],
  ['', 'No amount'],
  ['50.001', 'two decimals'],
])('an amount of "%s" is refused before any price is named', async (amount, words) => {
  const { status, headers, body } = await get(sandbox, `/get-card?amount=${amount}`);
  expect(status).toBe(400);
  expect(body['error']).toContain(words);
  expect(headers.get('payment-required')).toBeNull();
});

test('a payment sent twice is charged once: the second time the nonce is used', async () => {
  const url = `${sandbox.url}/get-card?amount=20`;
  const headers = await payingClient(1).sign(url);
  const both = await Promise.all([fetch(url, { headers }), fetch(url, { headers })]);
  expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 402]);
  const again = await fetch(url, { headers });
  expect(again.status).toBe(402);
  expect(challenge(again.headers).error).toContain('nonce_already_used');
  expect(sandbox.store.cardsOf(testUserId(1))).toHaveLength(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(20_000_000n);
});

test('a used payment with another signature is a bad signature, not a replay', async () => {
  const url = `${sandbox.url}/get-card?amount=20`;
  const headers = await payingClient(1).sign(url);
  await fetch(url, { headers });
  const { payload, ...rest } = JSON.parse(
    Buffer.from(headers['PAYMENT-SIGNATURE'] ?? '', 'base64').toString(),
  );
  const signature = await testAccount(2).signMessage({ message: 'something else' });
  const forged = Buffer.from(JSON.stringify({ ...rest, payload: { ...payload, signature } })).toString(
    'base64',
  );
  const answer = await fetch(url, { headers: { 'PAYMENT-SIGNATURE': forged } });
  expect(answer.status).toBe(402);
  expect(challenge(answer.headers).error).toMatch(/signature/);
});

test('a payment for $20 does not buy a card of $500', async () => {
  const headers = await payingClient(1).sign(`${sandbox.url}/get-card?amount=20`);
  const answer = await fetch(`${sandbox.url}/get-card?amount=500`, { headers });
  expect(answer.status).toBe(402);
  expect(challenge(answer.headers).error).toContain('No matching payment requirements');
  expect(sandbox.store.cardsOf(testUserId(1))).toEqual([]);
});

test('garbage in the payment header is answered with a challenge', async () => {
  for (const garbage of ['%%%', btoa('null'), btoa('{"x402Version":2,"payload":{},"accepted":{}}')]) {
    const answer = await fetch(`${sandbox.url}/get-card?amount=20`, {
      headers: { 'PAYMENT-SIGNATURE': garbage },
    });
    expect(answer.status).toBe(402);
    expect(challenge(answer.headers).accepts).toHaveLength(2);
  }
});

test('a wallet with too little is answered as a settlement that failed, and nothing is charged', async () => {
  await sandbox.chain.fund(testAccount(2).address, 1_000_000n);
  const { status, body } = await answered(await payingClient(2).fetch(`${sandbox.url}/get-card?amount=50`));
  expect(status).toBe(402);
  expect(body).toMatchObject({ success: false, errorReason: 'insufficient_funds', network: 'eip155:8453' });
  expect(await sandbox.chain.usdcBalanceOf(testAccount(2).address)).toBe(1_000_000n);
});

test('six wallets’ payments at the same time all settle', async () => {
  const orders = [1, 2, 3, 4, 5, 6].map((index) =>
    payingClient(index).fetch(`${sandbox.url}/get-card?amount=5`),
  );
  expect((await Promise.all(orders)).map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(30_000_000n);
});

test('asked for HTML, a paid order answers a page that leads to the card', async () => {
  const answer = await payingClient(1).fetch(`${sandbox.url}/get-card?amount=5&format=html`);
  expect(await answer.text()).toContain('http-equiv="refresh"');
});
