import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { bearer, get, post } from './testing/calls.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', solana: false });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const cards = async (query = ''): Promise<Record<string, unknown>[]> => {
  const { body } = await get(sandbox, `/get-card-data${query}`, bearer(sandbox, sandbox.accounts.busy));
  return Array.isArray(body['cards']) ? body['cards'] : [];
};
const types = (list: Record<string, unknown>[]) => new Set(list.map((card) => card['card_type']));

test('until the switch is set there are no reloadable cards anywhere', async () => {
  expect(types(await cards())).toEqual(new Set(['Non-Reloadable U.S.']));
  expect(await cards('?card_type=Reloadable')).toEqual([]);
});

test('reloadable cards have a list of their own, are a type old clients do not know in the U.S. one, and show no number', async () => {
  const before = (await cards()).length;
  await post(sandbox, '/__sandbox/switches', { reloadableCards: true });
  const [card, ...more] = await cards('?card_type=Reloadable');
  expect(more).toEqual([]);
  expect(card).toMatchObject({ card_type: 'Reloadable', status: 'open', balance: 75.5, reusable: true });
  const us = await cards();
  expect(us.length).toBe(before + 1);
  expect(us.at(-1)).toEqual(card);
  const auth = bearer(sandbox, sandbox.accounts.busy);
  const { body } = await get(sandbox, `/get-card-data?card_id=${String(card?.['card_id'])}`, auth);
  expect(body).toMatchObject({ details_approval: { status: 'pending' } });
  expect(body).not.toHaveProperty('card_details');
  const others = bearer(sandbox, sandbox.accounts.second);
  expect((await get(sandbox, `/get-card-data?card_id=${String(card?.['card_id'])}`, others)).status).toBe(
    404,
  );
});

test('billing addresses are there in the newer edition, and left out in the first one', async () => {
  const addressed = (list: Record<string, unknown>[]) =>
    list.filter((card) => Object.hasOwn(Object(card['card_details']), 'billing_address')).length;
  const before = addressed(await cards());
  expect(before).toBeGreaterThan(10);
  await post(sandbox, '/__sandbox/switches', { billingAddress: false });
  expect(addressed(await cards())).toBe(0);
});
