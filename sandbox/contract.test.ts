import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { DEFAULT_SWITCHES, type Switches } from './payment/switches.ts';
import { readContract } from './testing/contract.ts';
import { problemsWith, type Exchange } from './testing/expected-forms.ts';
import { walkRoutes } from './testing/walk-routes.ts';

const WALKS: Record<string, Partial<Switches>> = {
  'as documented first': { billingAddress: false },
  'as published in 2026-08': {
    auth: 'siwx',
    authLink: 'code',
    intlOrderId: false,
    pushToCard: 'later',
    giftCards: 'later',
    merchantCardTypes: true,
  },
  'as published in 2026-09': {
    cardLines: 'numbers-with-load',
    reloadableCards: true,
    refreshesPerDay: 12,
    errors: 'coded',
    headers: 'exposed',
    restrictionNotes: true,
    unknownGift: 'early',
  },
  'as published since': {
    auth: 'both',
    errors: 'coded',
    headers: 'hidden',
    intlFeeRate: 0,
    maxTimeoutSeconds: 345_600,
    paymentIdentifier: true,
  },
  'as seen in production': { cardLines: 'text', redemptionUrl: 'https://pay.runa.io/seen' },
  'with the first version of x402': { x402Version: 1 },
};

const closed = readContract({ closed: true });
let sandbox: Sandbox;
const walks = new Map<string, Exchange[]>();

beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022' });
  for (const [name, switches] of Object.entries(WALKS)) {
    await sandbox.reset();
    Object.assign(sandbox.switches, switches);
    walks.set(name, await walkRoutes(sandbox));
  }
}, 300_000);
afterAll(() => sandbox.close());

/** "200 401" by "GET /get-card-data". */
function statusesOf(exchanges: readonly Exchange[]): Record<string, string> {
  const met = new Map<string, Set<number>>();
  for (const { method, path, status } of exchanges) {
    const route = `${method} ${path}`;
    met.set(route, (met.get(route) ?? new Set()).add(status));
  }
  return Object.fromEntries([...met].map(([route, set]) => [route, [...set].toSorted().join(' ')]));
}

const STATUSES = {
  'GET /auth': '200 402',
  'GET /get-account-balance': '200 401 403 404',
  'GET /get-auth-link': '200 401 403',
  'GET /get-card': '200 400 402 403 500',
  'GET /get-card-data': '200 400 401 403 404',
  'GET /get-push-to-card': '200 400 402 403 500',
  'GET /get-withdrawal-status': '200 401 403 404',
  'GET /order-gift-card': '200 400 402 403 500',
  'GET /order-intl-card': '200 400 402 403 500',
  'GET /search-gift-cards': '200 401 403',
  'GET /search-merchants': '200 400 401 403',
  'POST /auth': '200 400 401',
  'POST /cancel-intl-order': '200 400 401 403 404',
  'POST /refresh': '200 400 401',
  'POST /refresh-card-data': '200 400 401 403 404 409 429',
  'POST /withdraw': '200 400 401 403 404',
};

describe.each(Object.entries(WALKS))('%s', (name, switches) => {
  test('each route gives every status it can', () => {
    const unknownGift = switches.unknownGift === 'early' ? ' 404' : '';
    expect(statusesOf(walks.get(name) ?? [])).toEqual({
      ...STATUSES,
      'GET /order-gift-card': `200 400 402 403${unknownGift} 500`,
    });
  });

  test('every answer fits the edition that its switches name, to the last field', () => {
    expect(problemsWith(closed, walks.get(name) ?? [])).toEqual([]);
  });
});

test('the walks meet every position of every switch', () => {
  const positions: Record<keyof Switches, unknown[]> = {
    auth: ['payment', 'siwx', 'both'],
    authLink: ['token', 'code'],
    x402Version: [1, 2],
    paymentIdentifier: [false, true],
    intlOrderId: [false, true],
    pushToCard: ['first', 'later'],
    redemptionUrl: [null, 'https://pay.runa.io/seen'],
    reloadableCards: [false, true],
    billingAddress: [false, true],
    giftCards: ['first', 'later'],
    merchantCardTypes: [false, true],
    cardLines: ['numbers', 'text', 'numbers-with-load'],
    refreshesPerDay: [12, 24],
    errors: ['bare', 'coded'],
    headers: ['none', 'exposed', 'hidden'],
    maxTimeoutSeconds: [null, 345_600],
    intlFeeRate: [0, 0.038],
    restrictionNotes: [false, true],
    unknownGift: ['late', 'early'],
  };
  const walked = Object.values(WALKS).map((switches) => ({ ...DEFAULT_SWITCHES, ...switches }));
  for (const [name, values] of Object.entries(positions)) {
    const met = new Set(walked.map((switches) => Reflect.get(switches, name)));
    expect(met, name).toEqual(new Set(values));
  }
});

test('the check can fail: another edition’s answer, a second body and a status without an error are found', () => {
  const [card] = (walks.get('as documented first') ?? []).filter(({ path }) => path === '/get-card-data');
  const [challenge] = (walks.get('as documented first') ?? []).filter(({ status }) => status === 402);
  if (!card || !challenge) throw new Error('The walk met neither.');
  const newer = (walks.get('as published in 2026-08') ?? []).find(
    ({ path, status }) => path === '/get-card-data' && status === 200,
  );
  expect(problemsWith(closed, [{ ...card, body: newer?.body ?? {} }])).not.toEqual([]);
  expect(problemsWith(closed, [{ ...challenge, body: { error: 'x' } }])).not.toEqual([]);
  expect(problemsWith(closed, [{ ...card, status: 404, body: {} }])).not.toEqual([]);
});
