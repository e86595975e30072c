import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testUserId } from './chain/test-accounts.ts';
import { answered, bearer, get, post } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';

const INTL = encodeURIComponent('Non-Reloadable International');
const owner = testUserId(1);
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const order = async (amount: number) =>
  answered(await payingClient(1).fetch(`${sandbox.url}/order-intl-card?amount=${amount}`));
const orderId = async (amount: number): Promise<string> => {
  const { body } = await order(amount);
  return String(Object(body['intl_card_order']).card_id);
};
const cards = async (): Promise<unknown> =>
  (await get(sandbox, `/get-card-data?card_type=${INTL}`, bearer(sandbox, owner))).body['cards'];

test('an order of $250 costs exactly 259.50 and waits in the queue', async () => {
  const before = await sandbox.chain.usdcBalanceOf(PAY_TO);
  const { status, body } = await order(250);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    user_id: owner,
    intl_card_order: { on_card_usd_amount: 250, charged_usd_amount: 259.5, status: 'queued' },
  });
  expect((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before).toBe(259_500_000n);
  expect(await cards()).toMatchObject([{ status: 'queued', state: 'queued', charged_usd_amount: 259.5 }]);
});

test.each([
  [0, '250000000', 250, 0],
  [0.02, '255000000', 255, 5],
])('during a promotion it costs less: %s on top', async (rate, atomic, charged, fees) => {
  await post(sandbox, '/__sandbox/switches', { intlFeeRate: rate });
  const before = await sandbox.chain.usdcBalanceOf(PAY_TO);
  const { status, body } = await order(250);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    intl_card_order: { on_card_usd_amount: 250, charged_usd_amount: charged, status: 'queued' },
  });
  expect(String((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before)).toBe(atomic);
  expect(await cards()).toMatchObject([{ charged_usd_amount: charged, fees_paid: fees, usd_amount: 250 }]);
});

test('made by hand within 24 hours, under another id; the order’s id still answers, and it is one card', async () => {
  const queued = await orderId(100);
  sandbox.clock.advance(24 * 3_600_000);
  const [card] = sandbox.store.cardsOf(owner, 'intl');
  expect(card?.cardId).not.toBe(queued);
  const read = (id: string | undefined) =>
    get(sandbox, `/get-card-data?card_id=${id}`, bearer(sandbox, owner));
  expect((await read(queued)).body).toMatchObject({
    card_id: card?.cardId,
    queued_order_card_id: queued,
    status: 'ready',
    card_details: { available_balance: 100 },
  });
  expect((await read(card?.cardId)).body).toEqual((await read(queued)).body);
  expect(await cards()).toHaveLength(1);
});

test('a canceled order puts the whole charge into the account balance, once', async () => {
  const id = await orderId(250);
  const cancel = () => post(sandbox, '/cancel-intl-order', { card_id: id }, bearer(sandbox, owner));
  expect((await cancel()).body).toMatchObject({ card_id: id });
  expect(await cancel()).toMatchObject({ status: 400, body: { error: /no longer queued/ } });
  const { body } = await get(sandbox, '/get-account-balance', bearer(sandbox, owner));
  expect(body).toMatchObject({ balance: 259.5, total_deposits: 259.5 });
  sandbox.clock.advance(48 * 3_600_000);
  expect(await cards()).toMatchObject([{ card_id: id, status: 'refunded' }]);
});

test('an order that was made cannot be canceled, nor can one of another account', async () => {
  const id = await orderId(100);
  const stranger = bearer(sandbox, testUserId(2));
  expect((await post(sandbox, '/cancel-intl-order', { card_id: id }, stranger)).status).toBe(404);
  await post(sandbox, '/__sandbox/ready', { card_id: id });
  expect((await post(sandbox, '/cancel-intl-order', { card_id: id }, bearer(sandbox, owner))).status).toBe(
    400,
  );
});

test('the switch leaves the order’s id out; the list has it with the same time', async () => {
  await post(sandbox, '/__sandbox/switches', { intlOrderId: false });
  const { body } = await order(100);
  const told = Object(body['intl_card_order']);
  expect(told).not.toHaveProperty('card_id');
  expect(await cards()).toMatchObject([{ timestamp: told.timestamp, usd_amount: 100 }]);
});

test('an amount Laso does not take is refused before any payment', async () => {
  for (const [amount, words] of [
    ['', /No amount/],
    ['99', /\$100 or more/],
    ['1001', /\$1000 at most/],
    ['100.5', /whole dollar/],
    ['x', /number of dollars/],
  ] as const)
    expect(await get(sandbox, `/order-intl-card?amount=${amount}`)).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(words) },
    });
});
