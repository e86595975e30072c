import { QueryClient } from '@tanstack/react-query';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { createLasoClient, type LasoClient } from '#laso/client.ts';
import { knownCards } from './known-cards.ts';
import { cardQueries } from './queries.ts';

const ACCOUNT = accountIdOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc');
const PAN = '4111111111111111';
const CVV = '987';

const ready = {
  card_id: 'ready-1',
  card_type: 'Non-Reloadable U.S.',
  usd_amount: 50,
  status: 'ready',
  timestamp: 1_700_000_000_000,
  card_details: { card_number: PAN, exp_month: '12', exp_year: '2027', cvv: CVV, available_balance: 37.5 },
  transactions: [],
};
const listedPending = {
  card_id: 'pending-1',
  card_type: 'Non-Reloadable U.S.',
  usd_amount: 35,
  status: 'pending',
  timestamp: 1_700_000_100_000,
};

/** Answers as Laso does: alone, a pending card is just its id and status. */
function fakeLaso(): {
  client: LasoClient;
  asked: string[];
  /** Whether lists have the pending card, and whether it is ready by now. */
  listed: { pending: boolean; done: boolean };
} {
  const asked: string[] = [];
  const listed = { pending: true, done: false };
  const client = createLasoClient({
    baseUrl: 'https://laso.finance',
    tokens: { bearer: async () => 'token', renew: async () => 'token' },
    fetch: async (input) => {
      const { searchParams } = new URL(String(input));
      const cardId = searchParams.get('card_id');
      asked.push(cardId ?? searchParams.get('card_type') ?? '');
      if (cardId === 'pending-1') return Response.json({ card_id: cardId, status: 'pending' });
      if (cardId === 'ready-1') return Response.json(ready);
      const later = listed.done
        ? [{ ...ready, card_id: 'pending-1' }]
        : listed.pending
          ? [listedPending]
          : [];
      return Response.json({ cards: [ready, ...later] });
    },
  });
  return { client, asked, listed };
}

test('what the cache keeps of a list and of a card holds no number, expiry or CVV, wrapped or plain', async () => {
  const { client } = fakeLaso();
  const queryClient = new QueryClient();
  const laso = { client, account: ACCOUNT };
  await queryClient.query(cardQueries.list(laso, 'us'));
  await queryClient.query({ ...cardQueries.detail(laso, 'ready-1', queryClient), staleTime: 0 });
  const kept = queryClient.getQueriesData({ queryKey: [ACCOUNT] });
  // The list, how many of its entries could not be read, and the card.
  expect(kept).toHaveLength(3);
  // JSON would show a wrapped secret as its mask, inspect as a Secret.
  const text = JSON.stringify(kept) + inspect(kept, { depth: 9, showHidden: true });
  expect(text).toContain('1111');
  for (const secret of [PAN, CVV, '2027', '12/27', '•••', 'Secret']) expect(text).not.toContain(secret);
});

test('a pending card that was never listed takes from the list what Laso does not tell alone', async () => {
  const { client, asked } = fakeLaso();
  const queryClient = new QueryClient();
  const laso = { client, account: ACCOUNT };
  const card = await queryClient.query(cardQueries.detail(laso, 'pending-1', queryClient));
  expect(card).toMatchObject({ status: 'pending', orderedAtMs: 1_700_000_100_000, usdAmountCents: 3_500 });
  expect(asked).toEqual(['pending-1', 'Non-Reloadable U.S.']);
  await queryClient.query({ ...cardQueries.detail(laso, 'pending-1', queryClient), staleTime: 0 });
  expect(asked).toHaveLength(3);
});

test('a card that was ordered after the list was read is looked for in the list once more, and not at every read', async () => {
  const { client, asked, listed } = fakeLaso();
  const queryClient = new QueryClient();
  const laso = { client, account: ACCOUNT };
  listed.pending = false;
  await queryClient.query(cardQueries.list(laso, 'us'));
  const detail = () => ({ ...cardQueries.detail(laso, 'pending-1', queryClient), staleTime: 0 });
  await queryClient.query(detail());
  await queryClient.query(detail());
  expect(asked).toEqual(['Non-Reloadable U.S.', 'pending-1', 'Non-Reloadable U.S.', 'pending-1']);
  listed.pending = true;
  queryClient.removeQueries({ queryKey: detail().queryKey });
  expect(await queryClient.query(detail())).toMatchObject({ orderedAtMs: 1_700_000_100_000 });
});

test('what a list tells of a card its own page shows too, and what is known of it is what was read last', async () => {
  const { client, listed } = fakeLaso();
  const queryClient = new QueryClient();
  const laso = { client, account: ACCOUNT };
  listed.pending = false;
  const detail = cardQueries.detail(laso, 'pending-1', queryClient);
  await queryClient.query(detail);
  expect(knownCards(queryClient, ACCOUNT)).toContainEqual(expect.objectContaining({ id: 'pending-1' }));
  listed.done = true;
  await queryClient.query({ ...cardQueries.list(laso, 'us'), staleTime: 0 });
  expect(queryClient.getQueryData(detail.queryKey)).toMatchObject({ status: 'ready', last4: '1111' });
  expect(knownCards(queryClient, ACCOUNT).map(({ id, status }) => [id, status])).toEqual([
    ['ready-1', 'ready'],
    ['pending-1', 'ready'],
  ]);
});

test('a card that a list has shown is there at once', async () => {
  const { client } = fakeLaso();
  const queryClient = new QueryClient();
  const laso = { client, account: ACCOUNT };
  expect(cardQueries.detail(laso, 'ready-1', queryClient).initialData).toBeUndefined();
  await queryClient.query(cardQueries.list(laso, 'us'));
  expect(cardQueries.detail(laso, 'ready-1', queryClient).initialData).toMatchObject({ last4: '1111' });
});
