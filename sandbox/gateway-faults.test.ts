import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testUserId } from './chain/test-accounts.ts';
import { bearer, get, post } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';

const ORDER = '/get-card?amount=10';
const PAGE = { origin: 'http://127.0.0.1:4022' };
const user = testUserId(1);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none', solana: false });
});
beforeEach(async () => {
  await sandbox.reset();
  sandbox.store.credit(user, 10_000);
});
afterAll(() => sandbox.close());

const fault = (body: Record<string, unknown>) => post(sandbox, '/__sandbox/faults', body);
const sign = () => payingClient(1).sign(`${sandbox.url}${ORDER}`);
const paid = () => sandbox.chain.usdcBalanceOf(PAY_TO);
const cards = () => sandbox.store.cardsOf(user);
const withdrawals = () => sandbox.store.withdrawals.of(user);
const withdraw = () => post(sandbox, '/withdraw', { amount: 5 }, bearer(sandbox, user));
const read = (path: string) => get(sandbox, path, bearer(sandbox, user));

describe('gateway: something else answers', () => {
  test.each([
    [403, 'html', 'text/html'],
    [200, 'html', 'text/html'],
    [401, 'json', 'application/json'],
    [502, 'empty', null],
  ])('after the work is done, with %d and %s', async (status, page, type) => {
    expect((await fault({ route: 'get-card', kind: 'gateway', status, page })).status).toBe(200);
    const answer = await get(sandbox, ORDER, { ...(await sign()), ...PAGE });
    expect([answer.status, answer.headers.get('content-type'), answer.body['error']]).toEqual([
      status,
      type,
      undefined,
    ]);
    expect(answer.headers.get('payment-response')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBe(PAGE.origin);
    expect([await paid(), cards().length]).toEqual([10_000_000n, 1]);
  });

  test('before anything is done, and unreadable for pages', async () => {
    await fault({ route: 'get-card', kind: 'gateway', before: true, cors: false });
    const answer = await get(sandbox, ORDER, { ...(await sign()), ...PAGE });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await paid()).toBe(0n);
  });

  test('for some time, for every request', async () => {
    await fault({ route: '*', kind: 'gateway', status: 404, lastsMs: 3_000 });
    for (const path of ['/get-card-data', '/get-withdrawal-status', '/get-account-balance'])
      expect((await read(path)).status).toBe(404);
    await post(sandbox, '/__sandbox/clock', { advanceMs: 3_000 });
    expect((await read('/get-card-data')).status).toBe(200);
    expect(sandbox.faults.list()).toEqual([]);
  });

  test('only the repeat of a request that was sent twice gets it', async () => {
    await fault({ route: 'withdraw', kind: 'gateway', status: 404, before: true, repeat: true });
    await fault({ route: 'withdraw', kind: 'duplicate' });
    expect((await withdraw()).status).toBe(404);
    expect(withdrawals()).toHaveLength(1);
    expect((await withdraw()).status).toBe(200);
  });
});

describe('replayed: an earlier answer of this route', () => {
  test('an order gets the card of the one before; it never arrives, or is made all the same', async () => {
    const first = await get(sandbox, ORDER, await sign());
    await fault({ route: 'get-card', kind: 'replayed', before: true });
    const second = await get(sandbox, ORDER, await sign());
    expect([second.status, second.body['card'], second.headers.get('payment-response')]).toEqual([
      200,
      first.body['card'],
      first.headers.get('payment-response'),
    ]);
    expect(cards()).toHaveLength(1);
    await fault({ route: 'get-card', kind: 'replayed' });
    expect((await get(sandbox, ORDER, await sign())).body['card']).toEqual(first.body['card']);
    expect([await paid(), cards().length]).toEqual([20_000_000n, 2]);
  });

  test('a withdrawal gets the one before; a list is what it was', async () => {
    const auth = bearer(sandbox, user);
    await get(sandbox, '/get-withdrawal-status', auth);
    const first = await withdraw();
    await fault({ route: 'withdraw', kind: 'replayed', before: true });
    expect((await withdraw()).body).toEqual(first.body);
    expect(withdrawals()).toHaveLength(1);
    await fault({ route: 'get-withdrawal-status', kind: 'replayed' });
    expect((await get(sandbox, '/get-withdrawal-status', auth)).body).toEqual({ withdrawals: [] });
  });

  test('a route without an earlier answer answers as usual', async () => {
    await fault({ route: 'withdraw', kind: 'replayed', before: true });
    expect((await withdraw()).body['success']).toBe(true);
  });
});

test('stale-list: cards, withdrawals and balance as they were some seconds ago', async () => {
  await post(sandbox, '/__sandbox/clock', { advanceMs: 60_000 });
  await get(sandbox, ORDER, await sign());
  await withdraw();
  await post(sandbox, '/__sandbox/clock', { advanceMs: 10_000 });
  const counts = async () => [
    [(await read('/get-card-data')).body['cards']].flat().length,
    [(await read('/get-withdrawal-status')).body['withdrawals']].flat().length,
    (await read('/get-account-balance')).body['balance'],
  ];
  await fault({ route: '*', kind: 'stale-list', ms: 20_000, times: 3 });
  expect(await counts()).toEqual([0, 0, 100]);
  await fault({ route: '*', kind: 'stale-list', ms: 5_000, times: 3 });
  expect(await counts()).toEqual([1, 1, 95]);
  expect(await counts()).toEqual([1, 1, 95]);
});
