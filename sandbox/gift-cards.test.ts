import { decodePaymentRequiredHeader } from '@x402/core/http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { PAY_TO } from './chain/base-chain.ts';
import { testUserId } from './chain/test-accounts.ts';
import { answered, bearer, get, post, type Answer } from './testing/calls.ts';
import { payingClient } from './testing/paying-client.ts';
import { solanaPayingClient } from './testing/solana-paying-client.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const search = (query = ''): Promise<Answer> =>
  get(sandbox, `/search-gift-cards${query}`, bearer(sandbox, testUserId(1)));
const order = (query: string): Promise<Answer> => get(sandbox, `/order-gift-card?${query}`);
const pay = async (query: string): Promise<Answer> =>
  answered(await payingClient(1).fetch(`${sandbox.url}/order-gift-card?${query}`));
const later = () => post(sandbox, '/__sandbox/switches', { giftCards: 'later' });
const products = ({ body }: Answer): Record<string, unknown>[] => {
  const list: unknown = body['gift_cards'];
  return Array.isArray(list) ? list.map((one: unknown) => Object(one)) : [];
};
const price = ({ headers }: Answer): string | undefined =>
  decodePaymentRequiredHeader(headers.get('payment-required') ?? '').accepts[0]?.amount;

test('the catalog can be searched by name, country and currency; borderless products are in every country', async () => {
  expect((await search()).body['count']).toBe(300);
  expect(products(await search('?q=AMAZ')).map((one) => one['laso_server_id'])).toEqual(['amazon-us']);
  const german = products(await search('?country=DE')).map((one) => one['laso_server_id']);
  expect(german).toContain('zalando-de');
  expect(german).toContain('airbnb');
  expect(german).not.toContain('amazon-us');
  const currencies = new Set(products(await search('?currency=JPY')).map((one) => one['currency']));
  expect([...currencies]).toEqual(['JPY']);
});

test('categories, countries and facets come with the newer form only', async () => {
  const [old] = products(await search('?q=amazon'));
  expect(old).not.toHaveProperty('category');
  expect(products(await search('?category=travel'))).toHaveLength(300);
  await later();
  const { body } = await search('?category=travel');
  expect(new Set(products(await search('?category=travel')).map((one) => one['category']))).toEqual(
    new Set(['travel']),
  );
  expect(body['facets']).toMatchObject({ countries: expect.arrayContaining(['DE', 'US']) });
});

test('a dollar card costs its amount; a foreign one the converted value; later the fee comes on top', async () => {
  expect(price(await order('amount=50&laso_server_id=amazon-us'))).toBe('50000000');
  expect(price(await order('amount=12.5&laso_server_id=zalando-de&country=DE'))).toBe('13542500');
  expect(price(await order('amount=1500&laso_server_id=rakuten-jp&country=JP'))).toBe('10005000');
  await later();
  expect(price(await order('amount=50&laso_server_id=amazon-us'))).toBe('52400000');
});

test.each([
  ['laso_server_id=amazon-us', 'No amount was given.'],
  ['amount=50', 'No laso_server_id was given.'],
  ['amount=50&laso_server_id=nothing', 'Gift card product not found'],
  ['amount=abc&laso_server_id=amazon-us', 'amount must be a positive number'],
  ['amount=4&laso_server_id=amazon-us', 'amount must be between 5 and 500'],
  ['amount=5.5&laso_server_id=amazon-us', 'amount must be a multiple of 1'],
  ['amount=5.07&laso_server_id=roastery-us', 'amount must be a multiple of 0.05'],
  ['amount=20&laso_server_id=steam-us', 'amount must be one of 5, 10, 24.99, 50.00, 100'],
  ['amount=20&laso_server_id=zalando-de', 'zalando-de is not available in US'],
  ['amount=9000.5&laso_server_id=hotel-us', 'amount must be between 5 and 9000'],
])('refused: %s', async (query, error) => {
  expect(await order(query)).toMatchObject({ status: 400, body: { error } });
});

test('increments and denominations are exact', async () => {
  for (const query of [
    '5.05&laso_server_id=roastery-us',
    '24.99&laso_server_id=steam-us',
    '50&laso_server_id=steam-us',
    '2.625&laso_server_id=diwan-kw&country=KW',
  ])
    expect((await order(`amount=${query}`)).status, query).toBe(402);
});

test('paid on Base: exactly the price moves, and the code comes once with it', async () => {
  const before = await sandbox.chain.usdcBalanceOf(PAY_TO);
  const { status, body } = await pay('amount=24.99&laso_server_id=steam-us');
  expect(status).toBe(200);
  const [sold] = sandbox.giftCards.orders;
  expect(body).toMatchObject({
    user_id: testUserId(1),
    gift_card: {
      amount: 24.99,
      currency: 'USD',
      redemption_code: sold?.redemptionCode,
      pin_code: sold?.pinCode,
      redemption_url: null,
    },
  });
  expect(sold?.redemptionCode).toMatch(/^GIFT-/);
  expect((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before).toBe(24_990_000n);
});

test('paid on Solana likewise', async () => {
  const client = await solanaPayingClient(sandbox, 0);
  const { body } = await answered(
    await client.fetch(`${sandbox.url}/order-gift-card?amount=50&laso_server_id=hotel-us`),
  );
  expect(body).toMatchObject({
    gift_card: { redemption_code: null, redemption_url: sandbox.giftCards.orders[0]?.redemptionUrl },
  });
});

test('tests may set what the next order answers, and how large the catalog is', async () => {
  await post(sandbox, '/__sandbox/gift-cards', {
    products: 20_000,
    answer: { redemption_url: 'javascript:alert(1)', redemption_code: null },
  });
  expect((await search()).body['count']).toBe(20_000);
  expect((await pay('amount=50&laso_server_id=amazon-us')).body).toMatchObject({
    gift_card: { redemption_url: 'javascript:alert(1)', redemption_code: null },
  });
  await sandbox.reset();
  expect((await search()).body['count']).toBe(300);
  expect(sandbox.giftCards.orders).toEqual([]);
});

test('the sandbox serves pictures, and one of them is missing', async () => {
  const picture = await fetch(`${sandbox.url}/pictures/amazon-us.svg`);
  expect(picture.headers.get('content-type')).toBe('image/svg+xml');
  expect((await fetch(`${sandbox.url}/pictures/missing/lost.svg`)).status).toBe(404);
  expect(sandbox.config.imageHosts).toEqual([new URL(sandbox.url).host]);
});

test('an id that is not sold is refused: late with 400, or before any price and for good', async () => {
  const unknown = 'amount=50&laso_server_id=no-such-card';
  expect(await order(unknown)).toMatchObject({ status: 400, body: { error: expect.any(String) } });
  await post(sandbox, '/__sandbox/switches', { unknownGift: 'early' });
  const early = await order(unknown);
  expect(early).toMatchObject({
    status: 404,
    body: { code: 'unknown_laso_server_id', terminal: true, laso_server_id: 'no-such-card' },
  });
  expect(early.body['search_url']).toBe(`${sandbox.url}/search-gift-cards`);
  expect(early.headers.get('payment-required')).toBeNull();
  expect((await order('amount=50&laso_server_id=amazon-us')).status).toBe(402);
  sandbox.catalogue.remove('amazon-us');
  expect((await order('amount=50&laso_server_id=amazon-us')).status).toBe(404);
});
