import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { bearer, get, post } from './testing/calls.ts';

let sandbox: Sandbox;
let auth: Record<string, string>;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', solana: false });
});
beforeEach(async () => {
  await sandbox.reset();
  auth = bearer(sandbox, sandbox.accounts.busy);
});
afterAll(() => sandbox.close());

const search = (query: string) => get(sandbox, `/search-merchants${query}`, auth);
const INTL = encodeURIComponent('Non-Reloadable International');

test('merchants are found by a part of their name or address, with the caveat', async () => {
  const { body } = await search('?q=AMAZON');
  expect(body).toMatchObject({ query: 'AMAZON', count: 4, card_type: 'Non-Reloadable U.S.' });
  expect(body['note']).toContain('somebody tried');
  expect((await search('?q=ovhcloud.com')).body).toMatchObject({ merchants: [{ name: 'OVH' }] });
  expect((await search('?q=nobody')).body).toMatchObject({ merchants: [], count: 0 });
  expect((await search('')).status).toBe(400);
});

test('the older API knows no card type; with the switch each has results of its own', async () => {
  const hetzner = (card: string) => search(`?q=hetzner&card_type=${card}`);
  expect((await hetzner(INTL)).body).toMatchObject({
    card_type: 'Non-Reloadable U.S.',
    merchants: [{ status: 'not_accepted' }],
  });
  await post(sandbox, '/__sandbox/switches', { merchantCardTypes: true });
  expect((await hetzner(INTL)).body).toMatchObject({
    card_type: 'Non-Reloadable International',
    merchants: [{ status: 'accepted' }],
  });
  expect((await search('?q=amazon.de')).body).toMatchObject({ count: 0 });
  expect((await search(`?q=amazon.de&card_type=${INTL}`)).body).toMatchObject({ count: 1 });
  expect((await hetzner('Gold')).status).toBe(400);
});

test('a newer API says why banks and money transfer are never accepted; the others have null', async () => {
  expect((await search('?q=savings')).body).toMatchObject({ count: 0 });
  const [plain] = Object((await search('?q=openai')).body['merchants']);
  expect(Object.keys(plain)).not.toContain('restriction_note');
  await post(sandbox, '/__sandbox/switches', { restrictionNotes: true });
  for (const card of ['Non-Reloadable U.S.', 'Non-Reloadable International'])
    expect((await search(`?q=savings&card_type=${encodeURIComponent(card)}`)).body).toMatchObject({
      merchants: [{ status: 'not_accepted', restriction_note: expect.stringContaining('bank account') }],
    });
  expect((await search('?q=openai')).body).toMatchObject({
    merchants: [{ status: 'accepted', restriction_note: null }],
  });
});
