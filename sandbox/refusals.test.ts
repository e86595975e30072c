import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testUserId } from './chain/test-accounts.ts';
import { REFUSAL_NAMES } from './control/named-refusals.ts';
import { bearer, get, post } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';

const ORDER = '/get-card?amount=10';
const PAGE = { origin: 'http://127.0.0.1:4022' };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022' });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const auth = () => bearer(sandbox, sandbox.accounts.busy);
const usCard = () =>
  sandbox.store
    .cardsOf(sandbox.accounts.busy, 'us')
    .find((card) => card.type === 'us' && card.readyAt < Date.now())?.cardId;
const refresh = () => post(sandbox, '/refresh-card-data', { card_id: usCard() }, auth());
const fault = (body: Record<string, unknown>) =>
  post(sandbox, '/__sandbox/faults', { route: 'get-card', ...body });

test.each(REFUSAL_NAMES)(
  '%s: before the payment nothing moves; after it, the amount is on the balance',
  async (refusal) => {
    await fault({ kind: 'refused', refusal });
    const before = await get(sandbox, ORDER);
    expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(0n);
    const headers = await payingClient(1).sign(`${sandbox.url}${ORDER}`);
    await fault({ kind: 'refused-after-settlement', refusal });
    const after = await get(sandbox, ORDER, headers);
    expect(after).toMatchObject({ status: before.status, body: before.body });
    expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(10_000_000n);
    expect(sandbox.store.cardsOf(testUserId(1))).toEqual([]);
    expect((await get(sandbox, '/get-account-balance', bearer(sandbox, testUserId(1)))).body['balance']).toBe(
      10,
    );
    expect(after.headers.has('payment-response')).toBe(refusal !== 'empty');
  },
);

test('errors: bare by default, coded by the switch; the fault’s own fields come first', async () => {
  const ask = async (more: object = {}) => {
    await fault({ kind: 'refused', refusal: 'region', ...more });
    return (await get(sandbox, ORDER)).body;
  };
  expect(await ask()).toEqual({ error: 'This card cannot be issued from where you are.' });
  await post(sandbox, '/__sandbox/switches', { errors: 'coded' });
  expect(await ask()).toMatchObject({ code: 'region_not_supported', terminal: true });
  expect(await ask({ message: 'No.', body: { error: null, detail: 'Not here.', code: 'x' } })).toMatchObject({
    detail: 'Not here.',
    code: 'x',
  });
});

test('Retry-After comes in seconds or as a date, by the sandbox’s clock', async () => {
  const ask = async (retryAs: string) => {
    await fault({ kind: 'refused', status: 429, retryAs, ms: 41_000 });
    return (await get(sandbox, ORDER)).headers.get('retry-after') ?? '';
  };
  expect(await ask('seconds')).toBe('41');
  expect(Math.abs(Date.parse(await ask('date')) - Date.now() - 41_000)).toBeLessThan(2_000);
});

test.each([24, 12] as const)(
  'refreshesPerDay: the request after %i is refused until the oldest is a day old',
  async (perDay) => {
    await post(sandbox, '/__sandbox/switches', { refreshesPerDay: perDay, errors: 'coded' });
    for (let asked = 0; asked < perDay; asked += 1) {
      expect((await refresh()).status).toBe(200);
      sandbox.clock.advance(300_000);
    }
    const refused = await refresh();
    expect(refused.status).toBe(429);
    const seconds = 24 * 3_600 - perDay * 300;
    expect(refused.body).toEqual({
      error: expect.stringContaining('24 refreshes'),
      code: 'rate_limited',
      retry_after_seconds: expect.any(Number),
      hint: expect.any(String),
    });
    expect(Math.abs(Number(refused.body['retry_after_seconds']) - seconds)).toBeLessThan(10);
    expect(refused.headers.get('retry-after')).toBe(String(refused.body['retry_after_seconds']));
  },
);

test('headers: none by default; exposed or hidden by the switch; they count a minute’s requests', async () => {
  const read = async () => (await get(sandbox, '/get-account-balance', { ...auth(), ...PAGE })).headers;
  expect((await read()).has('ratelimit-limit')).toBe(false);
  await post(sandbox, '/__sandbox/switches', { headers: 'hidden' });
  const hidden = await read();
  expect(hidden.get('x-laso-docs-version')).toBe('7358dc20c812');
  expect(hidden.get('access-control-expose-headers')).not.toContain('RateLimit');
  await post(sandbox, '/__sandbox/switches', { headers: 'exposed' });
  await post(sandbox, '/__sandbox/rate-window', { used: 100 });
  const shown = await read();
  expect(shown.get('access-control-expose-headers')).toContain('X-RateLimit-Remaining');
  expect(shown.get('access-control-expose-headers')).toContain('Retry-After');
  expect(Number(shown.get('ratelimit-remaining'))).toBeLessThanOrEqual(20);
  expect(shown.get('ratelimit-policy')).toBe('120;w=60');
  sandbox.clock.advance(60_000);
  expect((await read()).get('x-ratelimit-remaining')).toBe('119');
});

test('an answer from a gateway in Laso’s place has none of Laso’s headers', async () => {
  await post(sandbox, '/__sandbox/switches', { headers: 'exposed' });
  await fault({ kind: 'gateway', route: 'get-account-balance', status: 403 });
  expect((await get(sandbox, '/get-account-balance', auth())).headers.has('ratelimit-limit')).toBe(false);
});
