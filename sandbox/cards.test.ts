import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { bearer, get, post } from './testing/calls.ts';
import type { StoredCard } from './store/stored-card.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let sandbox: Sandbox;
let auth: Record<string, string>;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022' });
});
beforeEach(async () => {
  await sandbox.reset();
  auth = bearer(sandbox, sandbox.accounts.busy);
});
afterAll(() => sandbox.close());

function busyCard(fits: (card: StoredCard) => boolean): StoredCard {
  const card = sandbox.store.cardsOf(sandbox.accounts.busy).find(fits);
  if (!card) throw new Error('no such card');
  return card;
}
const usCard = () =>
  busyCard((card) => card.type === 'us' && card.availableCents > 1_000 && card.transactions.length > 0);
const intlCard = () => busyCard((card) => card.type === 'intl' && card.state === 'redeemable');
const refresh = (card: StoredCard, more: Record<string, unknown> = {}) =>
  post(sandbox, '/refresh-card-data', { card_id: card.cardId, ...more }, auth);
const INTL = { card_type: 'Non-Reloadable International' };

test('the list holds U.S. cards unless the request names the other type, and a type it does not know is refused', async () => {
  const list = async (query: string): Promise<unknown> =>
    (await get(sandbox, `/get-card-data${query}`, auth)).body['cards'];
  expect(await list('')).toHaveLength(28);
  expect(await list('?card_type=Non-Reloadable%20International')).toHaveLength(12);
  expect(await list('?card_type=Reloadable')).toEqual([]);
  expect((await get(sandbox, '/get-card-data?card_type=Gold', auth)).status).toBe(400);
});

test('a card of another account is 403, an unknown one 404', async () => {
  const [others] = sandbox.store.cardsOf(sandbox.accounts.second);
  expect((await get(sandbox, `/get-card-data?card_id=${others?.cardId}`, auth)).status).toBe(403);
  expect((await get(sandbox, '/get-card-data?card_id=nothing', auth)).status).toBe(404);
});

test('a reissued international card still answers to the id it had in the queue', async () => {
  const card = busyCard((one) => one.type === 'intl' && one.queuedOrderCardId !== null);
  const old = card.type === 'intl' ? card.queuedOrderCardId : null;
  const { body } = await get(sandbox, `/get-card-data?card_id=${old}`, auth);
  expect(body).toMatchObject({
    card_id: card.cardId,
    queued_order_card_id: old,
    state: 'redeemable',
    status: 'ready',
  });
});

test('details come when a card is ready or complete, and in no other status', async () => {
  const all = await Promise.all(
    ['Non-Reloadable U.S.', 'Non-Reloadable International'].map((type) =>
      get(sandbox, `/get-card-data?card_type=${encodeURIComponent(type)}`, auth),
    ),
  );
  const cards = all.flatMap(({ body }) => Object(body['cards']) as Record<string, unknown>[]);
  for (const card of cards) {
    expect('card_details' in card).toBe(['ready', 'complete'].includes(String(card['status'])));
  }
});

test('a U.S. card is refreshed once in five minutes and 24 times in 24 hours', async () => {
  const card = usCard();
  expect((await refresh(card)).body).toEqual({ success: true, message: 'The issuer is being asked.' });
  sandbox.clock.advance(2 * MINUTE);
  const early = await refresh(card);
  expect([early.status, early.headers.get('retry-after')]).toEqual([429, '180']);
  for (let count = 1; count < 24; count += 1) {
    sandbox.clock.advance(5 * MINUTE);
    auth = bearer(sandbox, sandbox.accounts.busy);
    expect((await refresh(card)).status).toBe(200);
  }
  sandbox.clock.advance(5 * MINUTE);
  const full = await refresh(card);
  expect(full.status).toBe(429);
  expect(full.body['error']).toContain('24 refreshes');
  sandbox.clock.advance(23 * HOUR);
  auth = bearer(sandbox, sandbox.accounts.busy);
  expect((await refresh(card)).status).toBe(200);
});

test('an international card has one update pending at a time, shown on the card, done hours later', async () => {
  const card = intlCard();
  expect((await refresh(card, INTL)).status).toBe(200);
  expect((await refresh(card, INTL)).status).toBe(409);
  const read = () => get(sandbox, `/get-card-data?card_id=${card.cardId}`, auth);
  expect((await read()).body['balance_update_requested_timestamp']).toEqual(expect.any(Number));
  sandbox.clock.advance(7 * HOUR);
  auth = bearer(sandbox, sandbox.accounts.busy);
  expect((await read()).body['balance_update_requested_timestamp']).toBeNull();
});

test('a refresh names its card, its own card, and the right type', async () => {
  const others = sandbox.store.cardsOf(sandbox.accounts.second, 'us')[0];
  expect((await post(sandbox, '/refresh-card-data', {}, auth)).status).toBe(400);
  expect((await post(sandbox, '/refresh-card-data', { card_id: 'nothing' }, auth)).status).toBe(404);
  expect((await post(sandbox, '/refresh-card-data', { card_id: others?.cardId }, auth)).status).toBe(404);
  expect((await refresh(intlCard())).status).toBe(404);
});

test('a purchase lowers the balance and adds a transaction; one the issuer alone knows needs a refresh', async () => {
  const card = usCard();
  const before = card.availableCents;
  const count = card.transactions.length;
  const spend = (cents: number, seen: boolean) =>
    post(sandbox, '/__sandbox/spend', { card_id: card.cardId, amount_cents: cents, merchant: 'ACME', seen });
  const read = async () => (await get(sandbox, `/get-card-data?card_id=${card.cardId}`, auth)).body;

  expect((await spend(199, true)).body['outcome']).toBe('approved');
  expect(await read()).toMatchObject({ card_details: { available_balance: (before - 199) / 100 } });
  expect((await spend(300, false)).body['outcome']).toBe('approved');
  expect((await read())['transactions']).toHaveLength(count + 1);
  expect((await spend(before - 498, true)).body['outcome']).toBe('declined');
  await refresh(card);
  sandbox.clock.advance(3_000);
  const after = await read();
  expect(after['transactions']).toHaveLength(count + 2);
  expect(after).toMatchObject({ card_details: { available_balance: (before - 499) / 100 } });
});

test('the balance is the account’s, and 404 where nothing was ever credited', async () => {
  expect((await get(sandbox, '/get-account-balance', auth)).body).toMatchObject({
    user_id: sandbox.accounts.busy,
    balance: 41.27,
    total_deposits: 196.4,
  });
  const fresh = bearer(sandbox, sandbox.accounts.firstDay);
  expect((await get(sandbox, '/get-account-balance', fresh)).status).toBe(404);
});
