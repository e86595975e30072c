import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { ACCOUNT, json, testClient } from '#testing/laso-client.ts';
import { cardQueries } from './queries.ts';
import { readCardsAgain } from './read-cards-again.ts';

const listing = (...ids: string[]): Response =>
  json({ cards: ids.map((id) => ({ card_id: id, status: 'ready', usd_amount: 5 })) });

/** Each request stays open until the test answers it. */
function laso() {
  const open: { url: string; aborted: () => boolean; answer: (response: Response) => void }[] = [];
  const fetch: typeof globalThis.fetch = (input, init) =>
    new Promise((resolve) => {
      open.push({
        url: String(input),
        aborted: () => init?.signal?.aborted === true,
        answer: resolve,
      });
    });
  const { client } = testClient({ sent: [], fetch });
  const asked = async (count: number) => {
    await expect.poll(() => open.length).toBe(count);
    return open;
  };
  return { laso: { client, account: ACCOUNT }, asked };
}
const ids = (queryClient: QueryClient) =>
  queryClient.getQueryData(cardQueries.list(laso().laso, 'us').queryKey)?.map(({ id }) => id);

test('a list that is on its way was asked for before, and is not taken for the new one', async () => {
  const { laso: account, asked } = laso();
  const queryClient = new QueryClient();
  const early = queryClient.query(cardQueries.list(account, 'us')).catch(() => null);
  const [first] = await asked(1);
  const again = readCardsAgain(queryClient, account);
  const open = await asked(3);
  expect(first?.aborted()).toBe(true);
  first?.answer(listing('old'));
  for (const { url, answer } of open.slice(1))
    answer(url.includes('International') ? listing() : listing('old', 'new'));
  expect(await again).toBe(true);
  await early;
  expect(ids(queryClient)).toEqual(['old', 'new']);
});

test('false where a list on screen stays as old as it was; one that never was there is said elsewhere', async () => {
  const { laso: account, asked } = laso();
  const queryClient = new QueryClient();
  queryClient.setQueryData(cardQueries.list(account, 'us').queryKey, []);
  const again = readCardsAgain(queryClient, account);
  for (const { url, answer } of await asked(2))
    answer(url.includes('International') ? listing() : json({ error: 'no' }, 400));
  expect(await again).toBe(false);

  const none = new QueryClient();
  const other = laso();
  const never = readCardsAgain(none, other.laso);
  for (const { answer } of await other.asked(2)) answer(json({ error: 'no' }, 400));
  expect(await never).toBe(true);
});
