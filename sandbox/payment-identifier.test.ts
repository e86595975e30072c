import { decodePaymentRequiredHeader } from '@x402/core/http';
import { ExactEvmScheme } from '@x402/evm/exact/client';
import { appendPaymentIdentifierToExtensions } from '@x402/extensions/payment-identifier';
import { x402Client, x402HTTPClient } from '@x402/fetch';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testAccount, testUserId } from './chain/test-accounts.ts';
import { get, post } from './testing/calls.ts';

const ORDER = '/get-card?amount=10';
const ID = 'laso-0123456789abcdef';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({
    dashboardUrl: 'http://127.0.0.1:4022',
    scenario: 'none',
    switches: { paymentIdentifier: true },
  });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** The header of a payment with this id. */
async function sign(id: string | null, accountIndex = 1): Promise<Record<string, string>> {
  const scheme = new ExactEvmScheme(testAccount(accountIndex));
  const client = new x402Client()
    .register('eip155:8453', scheme)
    .setSpendControls({ maxAmountPerPayment: '$50' });
  const http = new x402HTTPClient(client);
  const { headers, body } = await get(sandbox, ORDER);
  const quote = http.getPaymentRequiredResponse((name) => headers.get(name), body);
  if (id !== null) appendPaymentIdentifierToExtensions(quote.extensions ?? {}, id);
  return http.encodePaymentSignatureHeader(await http.createPaymentPayload(quote));
}
const send = (headers: Record<string, string>) => get(sandbox, ORDER, headers);
const paid = () => sandbox.chain.usdcBalanceOf(PAY_TO);
const cards = () => sandbox.store.cardsOf(testUserId(1));

test('the challenge offers it only when it is switched on', async () => {
  const offered = async () => {
    const { headers } = await get(sandbox, ORDER);
    return decodePaymentRequiredHeader(headers.get('payment-required') ?? '').extensions?.[
      'payment-identifier'
    ];
  };
  expect(await offered()).toMatchObject({ info: { required: false } });
  await post(sandbox, '/__sandbox/switches', { paymentIdentifier: false });
  expect(await offered()).toBeUndefined();
});

test('the same payment sent again gets the same answer, and is charged once', async () => {
  const headers = await sign(ID);
  const first = await send(headers);
  const again = await send(headers);
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('payment-response')).toBe(first.headers.get('payment-response'));
  expect(await paid()).toBe(10_000_000n);
  expect(cards()).toHaveLength(1);
});

test('sent three times at once it is one order', async () => {
  const headers = await sign(ID);
  const all = await Promise.all([send(headers), send(headers), send(headers)]);
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(all.map(({ body }) => Object(body['card']).card_id)).size).toBe(1);
  expect(await paid()).toBe(10_000_000n);
});

test('a lost answer comes with the second try', async () => {
  const headers = await sign(ID);
  sandbox.faults.add({ route: 'get-card', kind: 'drop-after-settlement' });
  await expect(send(headers)).rejects.toThrow('fetch failed');
  const { status, body } = await send(headers);
  expect([status, Object(body['card']).card_id]).toEqual([200, cards()[0]?.cardId]);
  expect(await paid()).toBe(10_000_000n);
});

test('another payment with the same id is refused with 409 and not charged, also at the same time', async () => {
  const both = await Promise.all([send(await sign(ID)), send(await sign(ID))]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const third = await send(await sign(ID, 2));
  expect([third.status, third.body['error']]).toEqual([409, expect.stringContaining('payment id')]);
  expect(await paid()).toBe(10_000_000n);
});

test('a caller that knows only what the chain shows does not get the answer', async () => {
  const headers = await sign(ID);
  const { body } = await send(headers);
  const payload = JSON.parse(Buffer.from(headers['PAYMENT-SIGNATURE'] ?? '', 'base64').toString());
  const repeat = (change: Record<string, unknown>) =>
    send({ 'PAYMENT-SIGNATURE': Buffer.from(JSON.stringify({ ...payload, ...change })).toString('base64') });
  // Nonce, amount and signature are public after the settlement; the id is not.
  for (const change of [{ extensions: {} }, { extensions: undefined }]) {
    const answer = await repeat(change);
    expect(answer.status).toBe(402);
    expect(JSON.stringify(answer.body)).not.toContain(String(Object(body['card']).card_id));
  }
  const forged = { ...payload.payload, signature: `0x${'11'.repeat(65)}` };
  expect((await repeat({ payload: forged })).status).toBe(402);
});

test('the second try delivers an order that failed after it was made', async () => {
  const headers = await sign(ID);
  sandbox.faults.add({ route: 'get-card', kind: 'error-after-settlement', orderMade: true });
  expect((await send(headers)).status).toBe(500);
  expect((await send(headers)).body).toMatchObject({ card: { card_id: cards()[0]?.cardId } });
});

test('without an id nothing changes', async () => {
  const headers = await sign(null);
  expect((await send(headers)).status).toBe(200);
  expect((await send(headers)).status).toBe(402);
});
