import { decodePaymentRequiredHeader } from '@x402/core/http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testUserId } from './chain/test-accounts.ts';
import { answered, get, post, type Answer } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none', solana: false });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const later = () => post(sandbox, '/__sandbox/switches', { pushToCard: 'later' });
const pay = async (query: string): Promise<Answer> =>
  answered(await payingClient(1).fetch(`${sandbox.url}/get-push-to-card?${query}`));
const price = ({ headers }: Answer): string | undefined =>
  decodePaymentRequiredHeader(headers.get('payment-required') ?? '').accepts[0]?.amount;

describe('as documented first', () => {
  test('100 paid is 95.41 for the recipient, and exactly 100 USDC move', async () => {
    const answer = await pay('amount=100');
    expect(answer.body).toMatchObject({
      success: true,
      amount: 95.41,
      amount_paid: 100,
      user_id: testUserId(1),
    });
    expect(answer.body['redemption_url']).toMatch(/^https:\/\/pay\.runa\.io\/[\w-]{16}$/);
    expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(100_000_000n);
  });

  test('a currency is ignored: the price stays the amount', async () => {
    expect(price(await get(sandbox, '/get-push-to-card?amount=100&currency=EUR'))).toBe('100000000');
  });

  test.each([
    ['', 'No amount was given.'],
    ['amount=', 'No amount was given.'],
    ['amount=9.99', 'A transfer is 10 or more, not 9.99'],
    ['amount=9541.99', 'A transfer is 9541.98 at most, not 9541.99'],
    ['amount=1e2', 'amount must be a number with at most two decimals'],
  ])('"%s" is refused before a price is named: %s', async (query, words) => {
    const answer = await get(sandbox, `/get-push-to-card?${query}`);
    expect([answer.status, answer.body]).toEqual([400, { error: words }]);
  });

  test('the largest amount has a price', async () => {
    expect(price(await get(sandbox, '/get-push-to-card?amount=9541.98'))).toBe('9541980000');
  });
});

describe('as published since', () => {
  beforeEach(later);

  test.each([
    ['amount=100', '104800000'],
    ['amount=10&currency=USD', '11500000'],
    ['amount=31.25', '32750000'],
    ['amount=9541.98', '10000000000'],
    ['amount=100&currency=EUR', '121570000'],
    ['amount=10&currency=GBP', '15410000'],
  ])('%s costs the face value and the fee on top: %s', async (query, atomic) => {
    expect(price(await get(sandbox, `/get-push-to-card?${query}`))).toBe(atomic);
  });

  test('the answer names face value and currency, and no amount paid', async () => {
    const answer = await pay('amount=100&currency=GBP');
    expect(answer.body).toMatchObject({ amount: 100, currency: 'GBP' });
    expect(answer.body).not.toHaveProperty('amount_paid');
  });

  test('another currency is refused by name', async () => {
    const answer = await get(sandbox, '/get-push-to-card?amount=100&currency=XYZ');
    expect(answer.body).toEqual({ error: 'A transfer is in USD, EUR or GBP, not XYZ' });
  });

  test('a frozen account and an empty wallet are answered as documented', async () => {
    await post(sandbox, '/__sandbox/faults', { kind: 'frozen', route: 'get-push-to-card' });
    const frozen = await get(sandbox, '/get-push-to-card?amount=100');
    expect([frozen.status, Object.keys(frozen.body)]).toEqual([403, ['error', 'frozen_message']]);
    await post(sandbox, '/__sandbox/faults', { kind: 'settlement-failure', route: 'get-push-to-card' });
    const unsettled = await pay('amount=100');
    expect(unsettled.body).toMatchObject({ success: false, errorReason: 'insufficient_funds' });
  });
});

test('an order that fails after the payment is credited, and a given redemption URL is answered as it is', async () => {
  await post(sandbox, '/__sandbox/faults', { kind: 'error-after-settlement', route: 'get-push-to-card' });
  expect((await pay('amount=50')).status).toBe(500);
  expect(sandbox.store.account(testUserId(1)).balance?.cents).toBe(5_000);
  await post(sandbox, '/__sandbox/switches', { redemptionUrl: 'javascript:alert(1)' });
  expect((await pay('amount=50')).body['redemption_url']).toBe('javascript:alert(1)');
  await post(sandbox, '/__sandbox/reset', {});
  expect((await pay('amount=50')).body['redemption_url']).toMatch(/^https:/);
});
