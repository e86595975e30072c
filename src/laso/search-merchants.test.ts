import { expect, test } from 'vitest';
import { searchMerchants } from './search-merchants.ts';
import { ACCOUNT, answering, json, testClient } from './test-client.ts';

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
    merchants: [{ ...AMAZON, status: 'accepted' }],
    unread: 0,
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

test('an unknown word is "unknown", a merchant without a name is counted, and no list is an error', async () => {
  const { client } = testClient(
    answering(
      json({
        merchants: [
          { name: 'A', status: 'not_accepted' },
          { url: 'b.example', status: 'maybe' },
          { status: 'accepted' },
          null,
        ],
      }),
      json({ merchants: null }),
    ),
  );
  const search = () => searchMerchants(client, ACCOUNT, { text: 'a', cardType: 'us' });
  expect(await search()).toMatchObject({
    merchants: [
      { name: 'A', status: 'not-accepted' },
      { name: 'b.example', status: 'unknown' },
    ],
    unread: 2,
  });
  await expect(search()).rejects.toMatchObject({ kind: 'bad-answer' });
});
