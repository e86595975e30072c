import { describe, expect, test } from 'vitest';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';
import { readProduct } from './gift-card-product.ts';
import { searchGiftCards } from './search-gift-cards.ts';

const AMAZON = {
  laso_server_id: 'amazon-us',
  name: 'Amazon',
  description: 'A code for Amazon’s U.S. shop',
  currency: 'USD',
  min: 5,
  max: 500,
  increment: '1',
  denominations: null,
  product_image_url: 'https://img.laso.finance/amazon.png',
  catalog_info: { brand_description: 'Shop', redemption_instructions: 'Step one\nStep two' },
};
const ANY = { text: '', country: '', currency: '', category: '' };

test('the documented answer becomes products; only what is asked for is sent', async () => {
  const server = answering(json({ gift_cards: [AMAZON], count: 1, filters: {} }));
  const { client } = testClient(server);
  const { products, facets } = await searchGiftCards(client, ACCOUNT, {
    ...ANY,
    text: 'ama zon',
    country: 'US',
  });
  expect(server.sent[0]?.url).toBe('https://laso.finance/search-gift-cards?q=ama+zon&country=US');
  expect(facets).toBeNull();
  expect(products).toMatchObject([
    {
      id: 'amazon-us',
      name: 'Amazon',
      description: 'A code for Amazon’s U.S. shop',
      category: null,
      country: null,
      currency: 'USD',
      exponent: 2,
      minUnits: 500,
      maxUnits: 50_000,
      incrementUnits: 100,
      denominations: null,
      pictureUrl: 'https://img.laso.finance/amazon.png',
      brandDescription: 'Shop',
      redemptionInstructions: 'Step one\nStep two',
    },
  ]);
});

test('the newer form brings category, country and facets', async () => {
  const facets = {
    categories: ['travel', 'food', 7, null],
    currencies: ['USD'],
    countries: ['FR', 'DE', 'FR'],
  };
  const server = answering(
    json({ gift_cards: [{ ...AMAZON, category: 'ecommerce', country: 'us' }], facets }),
  );
  const answer = await searchGiftCards(testClient(server).client, ACCOUNT, { ...ANY, category: 'ecommerce' });
  expect(server.sent[0]?.url).toMatch(/\?category=ecommerce$/);
  expect(answer.products[0]).toMatchObject({ category: 'ecommerce', country: 'US' });
  expect(answer.facets).toEqual({
    categories: ['7', 'food', 'travel'],
    currencies: ['USD'],
    countries: ['DE', 'FR'],
  });
});

test('products that cannot be read are counted, and none comes twice', async () => {
  const server = answering(json({ gift_cards: [AMAZON, null, 7, {}, { laso_server_id: 'x' }, AMAZON] }));
  const { products, skipped } = await searchGiftCards(testClient(server).client, ACCOUNT, ANY);
  expect([products.length, skipped]).toEqual([1, 4]);
});

test('an answer that is no catalog is a bad answer', async () => {
  for (const body of [{}, { gift_cards: null }, { merchants: [] }]) {
    const { client } = testClient(answering(json(body)));
    await expect(searchGiftCards(client, ACCOUNT, ANY)).rejects.toMatchObject({ kind: 'bad-answer' });
  }
});

describe('one product', () => {
  test.each([
    [{ increment: '0.05' }, { exponent: 2, incrementUnits: 5 }],
    [
      { min: 2.5, max: '100', increment: '0.125', currency: 'KWD' },
      { exponent: 3, minUnits: 2_500, incrementUnits: 125 },
    ],
    [
      { currency: 'JPY', min: 1000, max: 50000, increment: '500' },
      { exponent: 0, minUnits: 1_000, maxUnits: 50_000 },
    ],
    [{ denominations: ['50', '24.99', '5', '5.00', 'x', null] }, { denominations: [500, 2_499, 5_000] }],
    [{ denominations: [10, 25.5] }, { denominations: [1_000, 2_550] }],
    [{ denominations: [] }, { denominations: null }],
    [{ currency: null }, { currency: null, exponent: 2 }],
    [
      { min: 500, max: 5 },
      { minUnits: null, maxUnits: null },
    ],
    [
      { min: null, max: 'much', increment: '0' },
      { minUnits: null, maxUnits: null, incrementUnits: null },
    ],
    [
      { catalog_info: null, product_image_url: 7 },
      { brandDescription: null, pictureUrl: '7' },
    ],
  ])('%j', (changes, expected) => expect(readProduct({ ...AMAZON, ...changes })).toMatchObject(expected));

  test('hostile texts are text: on one line, without what turns the reading direction', () => {
    const product = readProduct({ ...AMAZON, name: '<img src=x>\u202Egnp', laso_server_id: 'a/../"><b>' });
    expect(product).toMatchObject({ id: 'a/../"><b>', name: '<img src=x> gnp' });
  });
  test('a name of which nothing can be seen is its id; none at all is no product', () => {
    expect(readProduct({ ...AMAZON, name: '\u202E\u0007' })?.name).toBe(AMAZON.laso_server_id);
    expect(readProduct({ ...AMAZON, name: '  ' })).toBeNull();
  });
});
