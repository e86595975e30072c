import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { searchMerchants } from './search-merchants.ts';
import { ACCOUNT, answering, json, testClient } from '#testing/laso-client.ts';

const AMAZON = {
  name: 'Amazon',
  url: 'amazon.com',
  status: 'accepted',
  description: 'Sells nearly everything',
  notes: null,
};

test('the U.S. card is asked for without a type, as every version of the API understands it', async () => {
  const server = answering(
    json({ merchants: [AMAZON], query: 'amazon', count: 1, card_type: 'Non-Reloadable U.S.', note: 'Mind.' }),
  );
  const { client } = testClient(server);
  expect(await searchMerchants(client, ACCOUNT, { text: 'amazon & co', cardType: 'us' })).toEqual({
    merchants: [{ ...AMAZON, status: 'accepted', otherStatus: null, restriction: null }],
    skipped: 0,
    cardType: 'us',
    note: 'Mind.',
    gap: null,
  });
  expect(new URL(server.sent[0]?.url ?? '').search).toBe('?q=amazon+%26+co');
});

test('an API that knows no card types is not taken for one that answered for the international card', async () => {
  const search = async (cardType?: string) => {
    const server = answering(json({ merchants: [AMAZON], card_type: cardType }));
    const answer = await searchMerchants(testClient(server).client, ACCOUNT, {
      text: 'am',
      cardType: 'intl',
    });
    expect(server.sent[0]?.url).toContain('card_type=Non-Reloadable+International');
    return answer.cardType;
  };
  expect(await search('Non-Reloadable U.S.')).toBe('us');
  expect(await search()).toBe('us');
  expect(await search('Non-Reloadable International')).toBe('intl');
});

test('an unknown word is "unknown" and kept, a merchant without a name is counted as unread, and no list is an error', async () => {
  const { client } = testClient(
    answering(
      json({
        merchants: [
          { name: 'A', status: 'not_accepted' },
          { url: 'b.example', status: 'maybe' },
          { name: 'C', status: 'unknown' },
          { status: 'accepted' },
          null,
        ],
      }),
      json({ merchants: null }),
    ),
  );
  const search = () => searchMerchants(client, ACCOUNT, { text: 'a', cardType: 'us' });
  const { merchants, skipped } = await search();
  expect(merchants).toMatchObject([
    { name: 'A', status: 'not-accepted', otherStatus: null },
    { name: 'b.example', status: 'unknown', otherStatus: 'maybe' },
    { name: 'C', status: 'unknown', otherStatus: null },
  ]);
  expect(skipped).toBe(2);
  await expect(search()).rejects.toMatchObject({ kind: 'bad-answer' });
});

test.each(['seed-three-words', '2026-09-restricted'])(
  'the contract’s example is taken with nothing lost: %s',
  async (name) => {
    const file = new URL(`../../sandbox/contract/examples/search-merchants--${name}.json`, import.meta.url);
    const example: unknown = JSON.parse(await readFile(file, 'utf8'));
    const { client } = testClient(answering(json(example)));
    const answer = await searchMerchants(client, ACCOUNT, { text: 'e', cardType: 'us' });
    // Every text of every merchant, and of the answer itself, comes out in some field; those that are missing
    // are null.
    const said = Object(example);
    expect(answer.note).toBe(said.note ?? null);
    expect(answer.skipped).toBe(0);
    expect(answer.merchants).toEqual(
      said.merchants.map((merchant: Record<string, unknown>) => ({
        name: merchant['name'],
        url: merchant['url'],
        status: String(merchant['status']).replace('_', '-'),
        otherStatus: null,
        restriction: merchant['restriction_note'] ?? null,
        description: merchant['description'] ?? null,
        notes: merchant['notes'] ?? null,
      })),
    );
  },
);
