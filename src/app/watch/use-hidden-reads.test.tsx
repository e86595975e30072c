import { QueryClient } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { cardQueries } from '#features/cards/queries.ts';
import { createLasoClient } from '#laso/client.ts';
import { useAlerts } from '#storage/alerts.ts';
import { useHiddenReads } from './use-hidden-reads.ts';

const ACCOUNT = accountIdOf('0xAda');
const usCard = (status: string, given: object = {}) => ({
  card_id: 'card-1',
  card_type: 'Non-Reloadable U.S.',
  usd_amount: 25,
  status,
  timestamp: Date.now(),
  transactions: [],
  ...given,
});
const ready = () =>
  usCard('ready', { card_details: { card_number: '4111111111111234', available_balance: 25 } });

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a card that only its own page knows is awaited: the list is read every 30 s, tells once that it is ready, and is then left alone', async () => {
  const asked: string[] = [];
  let isReady = false;
  const client = createLasoClient({
    baseUrl: 'https://laso.finance',
    tokens: { bearer: async () => 'token', renew: async () => 'token' },
    fetch: async (input) => {
      const { searchParams } = new URL(String(input));
      const cardId = searchParams.get('card_id');
      asked.push(cardId ?? searchParams.get('card_type') ?? '');
      if (cardId) return Response.json({ card_id: cardId, status: 'pending' });
      return Response.json({ cards: isReady ? [ready()] : [] });
    },
  });
  const laso = { client, account: ACCOUNT };
  const queryClient = new QueryClient();
  // Read before the card was ordered.
  await queryClient.query(cardQueries.list(laso, 'us'));
  await queryClient.query(cardQueries.detail(laso, 'card-1', queryClient));
  asked.length = 0;

  const accounts = [laso];
  renderHook(() => useHiddenReads(queryClient, accounts));
  await vi.advanceTimersByTimeAsync(25_000);
  expect(asked).toEqual([]);
  isReady = true;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual(['Non-Reloadable U.S.']);
  expect(useAlerts.getState().byAccount[ACCOUNT]?.history).toMatchObject([
    { sentence: 'Card •••• 1234 is ready.', cardId: 'card-1' },
  ]);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked).toHaveLength(1);
});
