import { afterAll, beforeAll, beforeEach, expect, it, test } from 'vitest';
import { createSandbox, type Sandbox } from '../app.ts';
import { answered, type Answer } from '../testing/calls.ts';
import { ACCESS_TOKENS, type UserName } from './programme-users.ts';
import type { AccountCardProgramme } from './programme.ts';
import { TOKEN_LIFE_MS } from './programme-store.ts';

let sandbox: Sandbox;
let programme: AccountCardProgramme;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:1', solana: false, accountCardPort: 0 });
  if (!sandbox.accountCard) throw new Error('The programme is not there.');
  programme = sandbox.accountCard;
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const headersOf = (user: UserName): Record<string, string> => ({
  'x-client-key': programme.config.clientKey,
  'x-us-env': 'true',
  authorization: `Bearer ${ACCESS_TOKENS[user]}`,
  'content-type': 'application/json',
});
async function call(
  method: 'GET' | 'POST',
  path: string,
  options: {
    user?: UserName;
    headers?: Record<string, string>;
    body?: unknown;
  } = {},
): Promise<Answer> {
  const { user = 'verified', headers = {}, body } = options;
  return answered(
    await fetch(`${programme.url}${path}`, {
      method,
      headers: { ...headersOf(user), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
}
const order = (user: UserName = 'verified', type = 'VIRTUAL') =>
  call('POST', '/v1/card/order', { user, body: { type } });
const status = async (): Promise<unknown> => (await call('GET', '/v1/card/status')).body['status'];
async function activeCard(): Promise<void> {
  await order();
  sandbox.clock.advance(programme.store.provisioningMs);
}

it('makes one card for a verified user: PENDING, and ACTIVE seconds later by the sandbox’s clock', async () => {
  expect((await call('GET', '/v1/card/status')).status).toBe(404);
  expect((await order()).body).toEqual({ success: true });
  expect(await status()).toBe('PENDING');
  sandbox.clock.advance(programme.store.provisioningMs);
  const { body } = await call('GET', '/v1/card/status');
  expect(body).toMatchObject({ status: 'ACTIVE', type: 'VIRTUAL', holderName: 'VERA SANDMANN' });
  expect(body['panLast4']).toMatch(/^\d{4}$/);
  expect(body['expiryDate']).toMatch(/^\d{4}\/\d{2}$/);
  const again = await order();
  expect([again.status, again.body['message']]).toEqual([400, 'User already has a card']);
  expect(programme.store.orders).toBe(1);
});

test.each(['unverified', 'pending', 'rejected'] as const)(
  'orders nothing for a user who is %s',
  async (user) => {
    const profile = await call('GET', '/v1/user/profile', { user });
    expect(profile.body['verificationState']).toBe(user.toUpperCase());
    expect((await order(user)).status).toBe(400);
    expect(programme.store.orders).toBe(0);
  },
);

test.each([
  [401, 'a token it does not know', { authorization: 'Bearer nobody' }],
  [401, 'the other environment', { 'x-us-env': 'false' }],
  [498, 'another client key', { 'x-client-key': 'other' }],
  [499, 'no client key', { 'x-client-key': '' }],
])('answers %i to %s', async (code, _what, headers) => {
  const answer = await call('GET', '/v1/card/status', { headers });
  expect(answer.status).toBe(code);
  expect(answer.body['message']).toEqual(expect.any(String));
});

it('answers 403 to a suspended user, 422 to another card type, 404 where there is no card, 500 when a test asks for it', async () => {
  expect((await order('verified', 'PHYSICAL')).status).toBe(422);
  for (const path of ['freeze', 'details/token', 'pin/token', 'set-pin/token'])
    expect((await call('POST', `/v1/card/${path}`)).status).toBe(404);
  programme.store.refuseNext('/v1/card/order', { status: 500, message: 'Internal server error' });
  expect((await order()).status).toBe(500);
  programme.store.users.verified.suspended = true;
  expect((await order()).status).toBe(403);
  expect(programme.store.orders).toBe(0);
});

test.each(['details', 'pin'] as const)('a picture of %s can be loaded once', async (kind) => {
  await activeCard();
  const { body } = await call('POST', `/v1/card/${kind}/token`, { body: {} });
  const picture = await fetch(String(body['imageUrl']));
  expect(picture.headers.get('content-type')).toContain('image/');
  expect(picture.headers.get('cache-control')).toBe('no-store');
  const { number, pin } = programme.store.users.verified.card ?? { number: 'none', pin: 'none' };
  const words = (await picture.text()).replaceAll(' ', '');
  expect(words).toContain(kind === 'pin' ? pin : number);
  expect((await fetch(String(body['imageUrl']))).status).toBe(410);
});

it('a picture that was not loaded expires after ten minutes', async () => {
  await activeCard();
  const { body } = await call('POST', '/v1/card/details/token');
  sandbox.clock.advance(TOKEN_LIFE_MS);
  expect((await fetch(String(body['imageUrl']))).status).toBe(410);
});

it('sets the PIN on the hosted page, once, and never by an API call', async () => {
  await activeCard();
  const { body } = await call('POST', '/v1/card/set-pin/token', { body: { isEmbedded: true } });
  const address = String(body['hostedPageUrl']);
  expect(await (await fetch(address)).text()).toContain('New PIN');
  const send = (pin: string) =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pin }),
    });
  expect((await send('12x4')).status).toBe(422);
  expect((await send('2468')).status).toBe(200);
  expect(programme.store.users.verified.card?.pin).toBe('2468');
  expect((await send('1357')).status).toBe(410);
  expect((await fetch(address)).status).toBe(410);
});

it('freezes and unfreezes; a blocked card stays blocked', async () => {
  await activeCard();
  await call('POST', '/v1/card/freeze');
  expect(await status()).toBe('FROZEN');
  expect((await call('POST', '/v1/card/set-pin/token')).status).toBe(403);
  await call('POST', '/v1/card/unfreeze');
  expect(await status()).toBe('ACTIVE');
  const control = await fetch(`${sandbox.url}/__sandbox/account-card`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'verified', card: 'BLOCKED' }),
  });
  expect(control.status).toBe(200);
  expect((await call('POST', '/v1/card/unfreeze')).status).toBe(400);
  expect(await status()).toBe('BLOCKED');
});
