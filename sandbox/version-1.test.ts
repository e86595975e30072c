import { decodePaymentResponseHeader } from '@x402/core/http';
import { registerExactEvmScheme } from '@x402/evm/exact/client';
import { wrapFetchWithPayment, x402Client, x402HTTPClient } from '@x402/fetch';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testAccount, testUserId } from './chain/test-accounts.ts';
import { answered, get, post } from './testing/calls.ts';

const ORDER = '/get-card?amount=10';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:4022',
    scenario: 'none',
    switches: { x402Version: 1 },
  });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const client = () =>
  registerExactEvmScheme(new x402Client(), {
    signer: testAccount(1),
    networks: ['eip155:8453'],
  }).setSpendControls({ maxAmountPerPayment: '$10000' });
const order = () => wrapFetchWithPayment(fetch, client())(`${sandbox.url}${ORDER}`);
const sign = async (): Promise<Record<string, string>> => {
  const http = new x402HTTPClient(client());
  const { headers, body } = await get(sandbox, ORDER);
  const quote = http.getPaymentRequiredResponse((name) => headers.get(name), body);
  return http.encodePaymentSignatureHeader(await http.createPaymentPayload(quote));
};
const receipt = (headers: Headers) => decodePaymentResponseHeader(headers.get('x-payment-response') ?? '');

test('the challenge is in the body, and in no header', async () => {
  const { status, headers, body } = await get(sandbox, ORDER);
  expect(status).toBe(402);
  expect(headers.get('payment-required')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
  expect(body).toMatchObject({
    x402Version: 1,
    error: 'Payment required',
    accepts: [
      {
        scheme: 'exact',
        network: 'base',
        maxAmountRequired: '10000000',
        resource: `${sandbox.url}${ORDER}`,
        description: 'Laso Finance prepaid card, $10',
        mimeType: 'application/json',
        payTo: PAY_TO,
        maxTimeoutSeconds: 300,
        asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
        extra: { name: 'USD Coin', version: '2' },
      },
      {},
    ],
  });
  // Optional, and not there: x402-fetch refuses null.
  expect(Object.keys(Object(body['accepts'])[0])).not.toContain('outputSchema');
  expect(body['accepts']).toHaveLength(2);
  expect(body['accepts']).toMatchObject([{}, { network: 'solana', extra: { feePayer: expect.any(String) } }]);
});

test('the official client pays it: X-PAYMENT in, X-PAYMENT-RESPONSE out', async () => {
  const { status, headers, body } = await answered(await order());
  expect([status, body['user_id']]).toEqual([200, testUserId(1)]);
  expect(receipt(headers)).toMatchObject({ success: true, network: 'base', payer: testAccount(1).address });
  expect(headers.get('payment-response')).toBeNull();
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(10_000_000n);
});

test('a payment sent again, or for another price, is refused', async () => {
  const headers = await sign();
  expect(Object.keys(headers)).toEqual(['X-PAYMENT']);
  expect((await get(sandbox, '/get-card?amount=500', headers)).status).toBe(402);
  expect((await get(sandbox, ORDER, headers)).status).toBe(200);
  const again = await get(sandbox, ORDER, headers);
  expect(again.status).toBe(402);
  expect(again.body['error']).toContain('nonce_already_used');
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(10_000_000n);
});

test('a payment of version 2 is no payment here, garbage is answered with a challenge', async () => {
  const { body } = await get(sandbox, ORDER, { 'PAYMENT-SIGNATURE': (await sign())['X-PAYMENT'] ?? '' });
  expect(body['error']).toBe('Payment required');
  for (const garbage of ['%%%', btoa('null'), btoa('{"x402Version":1,"scheme":"exact","network":"base"}')])
    expect((await get(sandbox, ORDER, { 'X-PAYMENT': garbage })).body['error']).toBe('invalid_payload');
});

test('the faults speak version 1 too: a changed recipient, a failed settlement', async () => {
  sandbox.faults.add({
    route: 'get-card',
    kind: 'changed-challenge',
    patch: { payTo: '0xdead', amount: '1' },
  });
  const { body } = await get(sandbox, ORDER);
  expect(body['accepts']).toMatchObject([{ payTo: '0xdead', maxAmountRequired: '1' }, {}]);
  sandbox.faults.add({ route: 'get-card', kind: 'settlement-failure' });
  const failed = await answered(await order());
  expect([failed.status, failed.body['network']]).toEqual([402, 'base']);
  expect(receipt(failed.headers).success).toBe(false);
});

test('the control route goes back to version 2', async () => {
  await post(sandbox, '/__sandbox/switches', { x402Version: 2 });
  const { headers, body } = await get(sandbox, ORDER);
  expect(body).toEqual({});
  expect(headers.get('payment-required')).not.toBeNull();
  expect((await post(sandbox, '/__sandbox/switches', { x402Version: 3 })).status).toBe(400);
});
