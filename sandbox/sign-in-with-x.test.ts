import { decodePaymentRequiredHeader } from '@x402/core/http';
import { createSIWxClientExtension } from '@x402/extensions/sign-in-with-x';
import { wrapFetchWithPayment, x402Client } from '@x402/fetch';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testAccount, testUserId } from './chain/test-accounts.ts';
import { answered, get, post } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';
import { signedWithBase, signedWithSolana, signInInfo } from './testing/sign-in.ts';

const MINUTE = 60_000;

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:4022',
    scenario: 'first-day',
    switches: { auth: 'siwx' },
  });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const asked = async () => signInInfo((await get(sandbox, '/auth')).headers);
const signIn = (headers: Record<string, string>) => get(sandbox, '/auth', headers);

test('the unsigned answer is a 402 with a message for both chains and nothing to pay', async () => {
  const { status, headers, body } = await get(sandbox, '/auth');
  expect([status, body]).toEqual([402, {}]);
  expect(headers.get('cache-control')).toBe('no-store');
  const challenge = decodePaymentRequiredHeader(headers.get('payment-required') ?? '');
  expect(challenge.accepts).toEqual([]);
  expect(challenge.extensions?.['sign-in-with-x']).toMatchObject({
    info: {
      domain: new URL(sandbox.url).host,
      uri: `${sandbox.url}/auth`,
      version: '1',
      nonce: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
    supportedChains: [
      { chainId: 'eip155:8453', type: 'eip191' },
      { chainId: 'solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp', type: 'ed25519' },
    ],
  });
  const { issuedAt, expirationTime } = signInInfo(headers);
  expect(Date.parse(expirationTime ?? '') - Date.parse(issuedAt)).toBe(5 * MINUTE);
});

test('a signed message opens the wallet’s account, free of charge', async () => {
  const { status, body } = await signIn(await signedWithBase(1, await asked()));
  expect([status, body['user_id']]).toEqual([200, testUserId(1)]);
  expect(Object.keys(body).toSorted()).toEqual(['auth', 'callable_base_url', 'user_id']);
  const bearer = { authorization: `Bearer ${String(Object(body['auth']).id_token)}` };
  expect((await get(sandbox, '/get-card-data', bearer)).status).toBe(200);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(0n);
});

test('a Solana wallet signs in likewise; its account is its address in lower case', async () => {
  const { address, headers } = await signedWithSolana(await asked());
  const { status, body } = await signIn(headers);
  expect([status, body['user_id']]).toEqual([200, address.toLowerCase()]);
});

test('the extension’s own client signs in', async () => {
  const account = testAccount(2);
  const signer = {
    account: { address: account.address },
    signMessage: ({ message }: { message: string }) => account.signMessage({ message }),
  };
  const client = new x402Client().registerExtension(createSIWxClientExtension({ signers: [signer] }));
  const { status, body } = await answered(await wrapFetchWithPayment(fetch, client)(`${sandbox.url}/auth`));
  expect([status, body['user_id']]).toEqual([200, testUserId(2)]);
});

test('a signed message works once, even when it comes twice at the same time', async () => {
  const headers = await signedWithBase(1, await asked());
  const both = await Promise.all([signIn(headers), signIn(headers)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 402]);
  const again = await signIn(headers);
  expect(again.status).toBe(402);
  expect(signInInfo(again.headers).nonce).not.toBe(signInInfo((await signIn(headers)).headers).nonce);
});

test('after five minutes the message is too old', async () => {
  const inTime = await signedWithBase(1, await asked());
  const late = await signedWithBase(1, await asked());
  sandbox.clock.advance(5 * MINUTE - 2_000);
  expect((await signIn(inTime)).status).toBe(200);
  sandbox.clock.advance(2_000);
  expect((await signIn(late)).status).toBe(402);
});

test.each([
  ['another address', { address: testAccount(3).address }],
  ['another domain', { domain: 'evil.example' }],
  ['another address of the same host', { uri: 'https://evil.example/auth' }],
  ['other words', { statement: 'Send everything' }],
  ['a longer life', { expirationTime: new Date(Date.now() + 60 * MINUTE).toISOString() }],
  ['another chain', { chainId: 'eip155:1' }],
  ['another nonce', { nonce: 'f'.repeat(32) }],
  ['another signature', { signature: `0x${'11'.repeat(65)}` }],
  ['a signature that is none', { signature: 'nonsense' }],
])('a message with %s is answered with a new challenge', async (_what, change) => {
  const info = await asked();
  const answer = await signIn(await signedWithBase(1, info, (payload) => ({ ...payload, ...change })));
  expect([answer.status, answer.body]).toEqual([402, {}]);
  expect(signInInfo(answer.headers).nonce).not.toBe(info.nonce);
  expect(decodePaymentRequiredHeader(answer.headers.get('payment-required') ?? '').error).toMatch(
    /^invalid_siwx_/,
  );
});

test('a nonce this server never issued is refused even with a good signature', async () => {
  const info = { ...(await asked()), nonce: 'a'.repeat(32) };
  expect((await signIn(await signedWithBase(1, info))).status).toBe(402);
});

test('garbage is answered with a new challenge', async () => {
  for (const garbage of ['%%%', btoa('null'), btoa('{"nonce":1}')]) {
    const answer = await signIn({ 'sign-in-with-x': garbage });
    expect(answer.status).toBe(402);
    expect(signInInfo(answer.headers).nonce).toBeTruthy();
  }
});

test('a frozen account gets its message', async () => {
  await post(sandbox, '/__sandbox/freeze', { account: testUserId(1), message: 'Under review.' });
  const { status, body } = await signIn(await signedWithBase(1, await asked()));
  expect([status, body['frozen_message']]).toEqual([403, 'Under review.']);
});

test('the switch changes to the payment and back, and a reset restores the sandbox’s first setting', async () => {
  await post(sandbox, '/__sandbox/switches', { auth: 'payment' });
  expect((await payingClient(1).fetch(`${sandbox.url}/auth`)).status).toBe(200);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(1_000n);
  await sandbox.reset();
  expect((await asked()).domain).toBe(new URL(sandbox.url).host);
});

test('with both, one challenge has the message and the price: either opens the account', async () => {
  await post(sandbox, '/__sandbox/switches', { auth: 'both' });
  const offer = async (headers?: Record<string, string>) => {
    const answer = await get(sandbox, '/auth', headers);
    const challenge = decodePaymentRequiredHeader(answer.headers.get('payment-required') ?? '');
    return { prices: challenge.accepts.map(({ amount }) => amount), info: signInInfo(answer.headers) };
  };
  const first = await offer();
  expect(first.prices).toEqual(['1000', '1000']);
  const signed = await signedWithBase(1, first.info);
  expect((await signIn(signed)).body['user_id']).toBe(testUserId(1));
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(0n);
  // After a used message the server requests a new one, with its price.
  const again = await offer(signed);
  expect(again.prices).toEqual(first.prices);
  expect(again.info.nonce).not.toBe(first.info.nonce);
  expect((await payingClient(1).fetch(`${sandbox.url}/auth`)).status).toBe(200);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(1_000n);
});

test('behind a proxy, message and challenge name the public origin', async () => {
  const proxied = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:4022',
    scenario: 'first-day',
    switches: { auth: 'siwx' },
    apiOrigin: 'https://laso.finance',
  });
  try {
    const info = signInInfo((await get(proxied, '/auth')).headers);
    expect([info.domain, info.uri]).toEqual(['laso.finance', 'https://laso.finance/auth']);
    expect((await get(proxied, '/auth', await signedWithBase(1, info))).status).toBe(200);
    const { headers } = await get(proxied, '/get-card?amount=10');
    const challenge = decodePaymentRequiredHeader(headers.get('payment-required') ?? '');
    expect(challenge.resource.url).toBe('https://laso.finance/get-card?amount=10');
    expect(proxied.config.apiOrigins).toEqual(['https://laso.finance']);
  } finally {
    await proxied.close();
  }
});
