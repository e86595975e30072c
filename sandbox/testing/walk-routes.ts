import type { Sandbox } from '../app.ts';
import { testUserId } from '../chain/test-accounts.ts';
import { answered, bearer, get, post, type Answer } from './calls.ts';
import type { Exchange } from './expected-forms.ts';
import { payingClient } from './paying-client.ts';
import { signedWithBase, signInInfo } from './sign-in.ts';

const INTL = 'Non-Reloadable International';

/**
 * Walks each route and each status that it can give with the
 * present switches. The requests do not depend on the switches.
 */
export async function walkRoutes(sandbox: Sandbox): Promise<Exchange[]> {
  const walk = walkOf(sandbox);
  await signInsAndTokens(walk);
  await cardOrders(walk);
  await giftCardsAndTransfers(walk);
  await cards(walk);
  await refreshes(walk);
  await balance(walk);
  await merchantsAndLinks(walk);
  await frozenAccount(walk);
  return walk.exchanges;
}

type Walk = ReturnType<typeof walkOf>;

function walkOf(sandbox: Sandbox) {
  const exchanges: Exchange[] = [];
  const auth = bearer(sandbox, sandbox.accounts.busy);
  const note = (method: 'GET' | 'POST', target: string, answer: Answer, name = target): Answer => {
    const path = target.split('?')[0] ?? target;
    exchanges.push({ ...answer, name: `${method} ${name}`, method, path, switches: { ...sandbox.switches } });
    return answer;
  };
  return {
    sandbox,
    exchanges,
    auth,
    read: async (target: string, headers: Record<string, string> = auth) =>
      note('GET', target, await get(sandbox, target, headers)),
    send: async (target: string, body: unknown, headers: Record<string, string> = auth) =>
      note('POST', target, await post(sandbox, target, body, headers), `${target} ${JSON.stringify(body)}`),
    pay: async (target: string) =>
      note('GET', target, await answered(await payingClient(1).fetch(`${sandbox.url}${target}`))),
    fault: async (kind: string, route: string) => post(sandbox, '/__sandbox/faults', { kind, route }),
  };
}

async function signInsAndTokens({ sandbox, read, send, pay }: Walk): Promise<void> {
  const asked = await read('/auth', {});
  if (sandbox.switches.auth === 'payment') await pay('/auth');
  else {
    const signed = await signedWithBase(1, signInInfo(asked.headers));
    await read('/auth', signed);
    await read('/auth', signed);
  }
  const renewal = {
    grant_type: 'refresh_token',
    refresh_token: sandbox.tokens.issue(testUserId(1)).refresh_token,
  };
  await send('/auth', renewal, {});
  await send('/auth', renewal, {});
  await send('/auth', { grant_type: 'x' }, {});
  await send('/refresh', { refresh_token: sandbox.tokens.issue(testUserId(1)).refresh_token }, {});
  await send('/refresh', { refresh_token: 'x' }, {});
  await send('/refresh', {}, {});
}

async function cardOrders({ sandbox, auth, read, send, pay, fault }: Walk): Promise<void> {
  for (const order of ['/get-card?amount=50', '/order-intl-card?amount=250']) {
    const route = order.slice(1).split('?')[0] ?? '';
    await read(order, {});
    await pay(order);
    for (const amount of ['', '2', '100.555', '1001', 'x']) await read(`/${route}?amount=${amount}`, {});
    await fault('settlement-failure', route);
    await pay(order);
    await fault('error-before-settlement', route);
    await pay(order);
    await fault('error-after-settlement', route);
    await pay(order);
    await fault('frozen', route);
    await read(order, {});
  }
  const queued = sandbox.store
    .cardsOf(sandbox.accounts.busy, 'intl')
    .find((card) => card.type === 'intl' && card.state === 'queued');
  const order = { card_id: queued?.cardId };
  await send('/cancel-intl-order', order, {});
  for (const body of [{}, { card_id: 'x' }, order, order]) await send('/cancel-intl-order', body, auth);
}

async function giftCardsAndTransfers({ read, pay, fault }: Walk): Promise<void> {
  const searches = ['q=amazon', 'country=DE', 'currency=JPY', 'q=nothing-like-it', 'category=travel'];
  for (const query of ['', ...searches.map((one) => `?${one}`)]) await read(`/search-gift-cards${query}`);
  await read('/search-gift-cards', {});
  const orders = [
    '/order-gift-card?amount=50&laso_server_id=amazon-us',
    '/order-gift-card?amount=50&laso_server_id=hotel-us',
    '/get-push-to-card?amount=100',
    '/get-push-to-card?amount=100&currency=EUR',
  ];
  const refused = [
    '/order-gift-card',
    '/order-gift-card?amount=50',
    '/order-gift-card?amount=50&laso_server_id=x',
    '/order-gift-card?amount=2&laso_server_id=amazon-us',
    '/get-push-to-card',
    '/get-push-to-card?amount=9',
    '/get-push-to-card?amount=10000',
    '/get-push-to-card?amount=100&currency=XYZ',
  ];
  for (const order of [...orders, ...refused]) await read(order, {});
  for (const order of orders) await pay(order);
  for (const order of orders) {
    const route = order.slice(1).split('?')[0] ?? '';
    await fault('settlement-failure', route);
    await pay(order);
    await fault('error-after-settlement', route);
    await pay(order);
    await fault('frozen', route);
    await read(order, {});
  }
}

async function cards({ sandbox, read }: Walk): Promise<void> {
  const lists = ['Non-Reloadable U.S.', INTL, 'Reloadable', 'x'];
  for (const query of ['', ...lists.map((type) => `?card_type=${encodeURIComponent(type)}`)]) {
    const { body } = await read(`/get-card-data${query}`);
    const listed: unknown[] = Array.isArray(body['cards']) ? body['cards'] : [];
    const ids = listed.map((card) => String(Reflect.get(Object(card), 'card_id')));
    for (const id of ids) await read(`/get-card-data?card_id=${id}`);
  }
  await read('/get-card-data', {});
  const [other] = sandbox.store.cardsOf(sandbox.accounts.second);
  await read(`/get-card-data?card_id=${other?.cardId}`);
  await read('/get-card-data?card_id=x');
}

async function refreshes({ sandbox, auth, send }: Walk): Promise<void> {
  const all = sandbox.store.cardsOf(sandbox.accounts.busy);
  const us = all.find(
    (card) => card.type === 'us' && card.availableCents > 0 && card.transactions.length > 0,
  );
  const intl = all.find((card) => card.type === 'intl' && card.state === 'redeemable');
  const pending = all.find((card) => card.type === 'us' && card.readyAt > sandbox.clock.now());
  const update = { card_id: intl?.cardId, card_type: INTL };
  const bodies = [
    { card_id: us?.cardId },
    { card_id: us?.cardId },
    update,
    update,
    { card_id: pending?.cardId },
    {},
    { card_id: 'x' },
  ];
  for (const body of bodies) await send('/refresh-card-data', body, auth);
  await send('/refresh-card-data', { card_id: 'x' }, {});
}

async function balance({ sandbox, auth, read, send }: Walk): Promise<void> {
  const empty = bearer(sandbox, sandbox.accounts.firstDay);
  for (const headers of [auth, empty, {}]) await read('/get-account-balance', headers);
  for (const amount of [12.34, 1_000, 0]) await send('/withdraw', { amount }, auth);
  await send('/withdraw', { amount: 1 }, empty);
  await send('/withdraw', { amount: 1 }, {});
  await read('/get-withdrawal-status');
  for (const { id } of sandbox.store.withdrawals.of(sandbox.accounts.busy))
    await read(`/get-withdrawal-status?withdrawal_id=${id}`);
  await read('/get-withdrawal-status?withdrawal_id=x');
  await read('/get-withdrawal-status', {});
}

async function merchantsAndLinks({ read }: Walk): Promise<void> {
  for (const query of ['?q=a', `?q=a&card_type=${encodeURIComponent(INTL)}`, '?q=a&card_type=x', ''])
    await read(`/search-merchants${query}`);
  await read('/search-merchants?q=a', {});
  await read('/get-auth-link');
  await read('/get-auth-link', {});
}

async function frozenAccount({ sandbox, read, send }: Walk): Promise<void> {
  const account = sandbox.accounts.busy;
  await post(sandbox, '/__sandbox/freeze', { account, message: 'Under review.' });
  for (const path of [
    '/get-card-data',
    '/get-account-balance',
    '/get-auth-link',
    '/get-withdrawal-status',
    '/search-gift-cards',
    '/search-merchants?q=a',
  ])
    await read(path);
  for (const path of ['/refresh-card-data', '/cancel-intl-order', '/withdraw']) await send(path, {});
}
