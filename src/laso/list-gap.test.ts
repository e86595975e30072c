import { expect, test } from 'vitest';
import { gapOf } from './list-gap.ts';
import { listCardsCounted } from './get-card-data.ts';
import { searchGiftCards } from './search-gift-cards.ts';
import { searchMerchants } from './search-merchants.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

test.each([
  [{ total: 57, has_more: true, next_cursor: 'abc' }, 57],
  [{ count: 57 }, 57],
  [{ total_count: '57' }, 57],
  [{ pagination: { total: 57, next_page: 2 } }, 57],
  [{ meta: { has_more: 'true' } }, null],
  [{ has_more: true }, null],
  [{ next_cursor: 'abc' }, null],
  [{ links: { next: '/get-card-data?page=2' } }, null],
  [{ cursor: 20 }, null],
])('F9: 20 entries beside %j are not all', (beside, total) =>
  expect(gapOf({ cards: [], ...beside }, 20)).toEqual({ came: 20, total }),
);

test.each([
  {},
  { note: 'Listed: newest first' },
  { count: 20, total: 20 },
  { count: 0, total: null },
  { has_more: false, next_cursor: 'the-last-one' },
  { next_cursor: null, cursor: '', next_page: false },
  { pagination: { has_next: false, total: 20 } },
  { total: 155.13, pagination: 7, meta: null, links: [] },
])('F9: 20 entries beside %j are all', (beside) => expect(gapOf({ cards: [], ...beside }, 20)).toBeNull());

test('F9: a list of cards, of gift cards and of merchants tells what it leaves out', async () => {
  const more = { has_more: true, total: 57 };
  const clientOf = (body: object) => testClient(answering(json({ ...body, ...more }))).client;
  const gap = { came: 1, total: 57 };
  const cards = { cards: [{ card_id: 'c', status: 'pending' }] };
  expect(await listCardsCounted(clientOf(cards), ACCOUNT, 'us')).toMatchObject({ gap });
  const products = { gift_cards: [{ laso_server_id: 'p', name: 'P' }] };
  const everything = { text: '', country: '', currency: '', category: '' };
  expect(await searchGiftCards(clientOf(products), ACCOUNT, everything)).toMatchObject({ gap });
  const merchants = { merchants: [{ name: 'M' }] };
  const search = { text: 'm', cardType: 'us' } as const;
  expect(await searchMerchants(clientOf(merchants), ACCOUNT, search)).toMatchObject({ gap });
});
