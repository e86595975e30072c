import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Card } from '#domain/card.ts';
import { getCard, listCards } from '#laso/get-card-data.ts';
import type { Laso } from '#laso/laso-context.ts';
import { cardPollInterval } from './poll-interval.ts';

type ListedType = 'us' | 'intl';

/** Every read of cards. What comes back holds no number and no CVV: `laso/` reduces them to the last four. */
export const cardQueries = {
  list: ({ client, account }: Laso, type: ListedType) =>
    queryOptions({
      queryKey: [account, 'cards', 'list', type],
      queryFn: ({ signal }) => listCards(client, account, type, signal),
      refetchInterval: (query) => intervalOf(query, query.state.data),
    }),

  /** One card by its id or, for international ones, by the id it was ordered under. Starts from what a list already showed. */
  detail: ({ client, account }: Laso, cardId: string, queryClient: QueryClient) => {
    const listed = findListed(queryClient, account, cardId);
    return queryOptions({
      queryKey: [account, 'cards', 'detail', cardId],
      queryFn: async ({ signal }) =>
        withKnown(
          await getCard(client, account, cardId, signal),
          findListed(queryClient, account, cardId)?.card,
        ),
      refetchInterval: (query) => intervalOf(query, query.state.data && [query.state.data]),
      ...(listed && { initialData: listed.card, initialDataUpdatedAt: listed.atMs }),
    });
  },

  all: (account: Laso['account']) => [account, 'cards'] as const,
};

function intervalOf(
  query: { state: { error: unknown; errorUpdateCount: number } },
  cards: readonly Card[] | undefined,
) {
  return cardPollInterval({
    cards,
    error: query.state.error,
    failures: query.state.errorUpdateCount,
    nowMs: Date.now(),
  });
}

/** While a card is pending Laso may tell just its id and status: what a list said before stays. */
function withKnown(fresh: Card, known: Card | undefined): Card {
  if (!known || fresh.status !== 'pending') return fresh;
  return {
    ...fresh,
    type: known.type,
    usdAmountCents: fresh.usdAmountCents ?? known.usdAmountCents,
    orderedAtMs: fresh.orderedAtMs ?? known.orderedAtMs,
  };
}

function findListed(
  queryClient: QueryClient,
  account: string,
  cardId: string,
): { card: Card; atMs: number } | undefined {
  for (const [key, cards] of queryClient.getQueriesData<Card[]>({ queryKey: [account, 'cards', 'list'] })) {
    const card = cards?.find((one) => one.id === cardId || one.queuedOrderCardId === cardId);
    if (card) return { card, atMs: queryClient.getQueryState(key)?.dataUpdatedAt ?? 0 };
  }
  return undefined;
}
