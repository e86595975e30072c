import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { answersTo, type Card } from '#domain/card.ts';
import type { ListGap } from '#domain/list-gap.ts';
import { getCard, listCardsCounted } from '#laso/get-card-data.ts';
import type { Laso } from '#session/laso-context.ts';
import { failuresInARow, paced, refetchOnFocus } from '#laso/poll-after-error.ts';
import { cardPollInterval } from './poll-interval.ts';
import { readRefreshes } from './detail/refresh-limits.ts';
import { readRevealLog } from './reveal/reveal-log.ts';

type ListedType = 'us' | 'intl';

interface ListExtent {
  /** How many entries could not be read. */
  readonly skipped: number;
  /** What Laso's answer leaves out. */
  readonly gap: ListGap | null;
}

/** How old a list may be to be asked once more about a card it lacks. */
const LIST_MS = 60_000;

/** Every read of cards. What comes back holds no number and no CVV: `laso/` reduces them to the last four. */
export const cardQueries = {
  list: ({ client, account }: Laso, type: ListedType) =>
    queryOptions({
      queryKey: [account, 'cards', 'list', type],
      queryFn: async ({ signal, client: queryClient }) => {
        const askedAtMs = Date.now();
        const { cards, ...extent } = await listCardsCounted(client, account, type, signal);
        queryClient.setQueryData(cardQueries.extent({ account }, type).queryKey, extent);
        tellDetails(queryClient, account, cards, askedAtMs);
        return cards;
      },
      refetchInterval: (query) => paced({ client, account }, intervalOf(query, query.state.data)),
      refetchOnWindowFocus: refetchOnFocus,
    }),

  /** How much of the list is known. Written by the read of the list; no request of its own. */
  extent: ({ account }: Pick<Laso, 'account'>, type: ListedType) =>
    queryOptions({
      queryKey: [account, 'cards', 'extent', type],
      queryFn: (): ListExtent => ({ skipped: 0, gap: null }),
      enabled: false,
    }),

  /** One card by its id or, for international ones, by the id it was ordered under. Starts from what a list already showed. */
  detail: (laso: Laso, cardId: string, queryClient: QueryClient) => {
    const { client, account } = laso;
    const listed = findListed(queryClient, account, cardId);
    return queryOptions({
      queryKey: [account, 'cards', 'detail', cardId],
      queryFn: async ({ signal }) =>
        withListed(await getCard(client, account, cardId, signal), laso, cardId, queryClient),
      refetchInterval: (query) =>
        paced(
          laso,
          intervalOf(query, query.state.data && [query.state.data], {
            refreshedAtMs: readRefreshes(cardId).at(-1),
            single: true,
          }),
        ),
      refetchOnWindowFocus: refetchOnFocus,
      ...(listed && { initialData: listed.card, initialDataUpdatedAt: listed.atMs }),
    });
  },

  /** Which of several accounts has a card: the first one Laso shows it to. Asked only where no list told. */
  owner: (accounts: readonly Laso[], cardId: string) =>
    queryOptions({
      queryKey: [accounts[0]?.account ?? '', 'cards', 'owner', cardId],
      queryFn: async ({ signal }) => {
        let refusal: unknown = null;
        for (const { client, account } of accounts)
          try {
            await getCard(client, account, cardId, signal);
            return account;
          } catch (error) {
            refusal ??= error;
          }
        throw refusal;
      },
      staleTime: 'static',
    }),

  /** What was looked at on this device. Not a read of Laso's. */
  reveals: ({ account }: Laso, cardId: string) =>
    queryOptions({
      queryKey: [account, 'reveals', cardId],
      queryFn: () => readRevealLog(account, cardId),
      networkMode: 'always',
    }),

  allReveals: ({ account }: Laso) =>
    queryOptions({
      queryKey: [account, 'reveals'],
      queryFn: () => readRevealLog(account),
      networkMode: 'always',
    }),

  all: (account: Laso['account']) => [account, 'cards'] as const,
};

function intervalOf(
  query: Parameters<typeof failuresInARow>[0],
  cards: readonly Card[] | undefined,
  more: { refreshedAtMs?: number | undefined; single?: boolean } = {},
) {
  return cardPollInterval({
    cards,
    error: query.state.error,
    failuresInARow: failuresInARow(query),
    nowMs: Date.now(),
    ...more,
  });
}

/** While a card is pending Laso may tell just its id and status. The list says more: above all since when it is pending. */
async function withListed(fresh: Card, laso: Laso, cardId: string, queryClient: QueryClient): Promise<Card> {
  if (fresh.status !== 'pending' || fresh.orderedAtMs !== null) return fresh;
  if (!findListed(queryClient, laso.account, cardId))
    // A list from before it was ordered cannot have it: once it is read anew, then no more often than lists are. The card alone is worth showing.
    await queryClient
      .query({ ...cardQueries.list(laso, 'us'), staleTime: isShown(queryClient, laso, cardId) ? LIST_MS : 0 })
      .catch(() => []);
  const known = findListed(queryClient, laso.account, cardId)?.card;
  if (!known) return fresh;
  return {
    ...fresh,
    type: known.type,
    typeName: known.typeName,
    usdAmountCents: fresh.usdAmountCents ?? known.usdAmountCents,
    orderedAtMs: known.orderedAtMs,
  };
}

const isShown = (queryClient: QueryClient, { account }: Laso, cardId: string): boolean =>
  queryClient.getQueryData([account, 'cards', 'detail', cardId]) !== undefined;

/** A card's own page shows what a list has just told: the two never say different things, and need not both ask. */
function tellDetails(queryClient: QueryClient, account: string, cards: readonly Card[], askedAtMs: number) {
  for (const { queryKey, state } of detailsOf(queryClient, account)) {
    const card = cards.find((one) => answersTo(one, String(queryKey.at(-1))));
    if (card && state.data && state.dataUpdatedAt <= askedAtMs) queryClient.setQueryData(queryKey, card);
  }
}

const detailsOf = (queryClient: QueryClient, account: string) =>
  queryClient.getQueryCache().findAll({ queryKey: [account, 'cards', 'detail'] });

/** The account whose list on screen has the card. */
export function listedOwner(
  queryClient: QueryClient,
  accounts: readonly Laso[],
  cardId: string,
): Laso | undefined {
  return accounts.find(({ account }) => findListed(queryClient, account, cardId));
}

function findListed(
  queryClient: QueryClient,
  account: string,
  cardId: string,
): { card: Card; atMs: number } | undefined {
  for (const [key, cards] of queryClient.getQueriesData<Card[]>({ queryKey: [account, 'cards', 'list'] })) {
    const card = cards?.find((one) => answersTo(one, cardId));
    if (card) return { card, atMs: queryClient.getQueryState(key)?.dataUpdatedAt ?? 0 };
  }
  return undefined;
}
