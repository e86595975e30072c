import type { QueryClient } from '@tanstack/react-query';
import type { Card } from '#domain/card.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { withdrawalQueries } from '#features/balance/withdrawal-queries.ts';
import { isBeingIssued } from '#features/cards/poll-interval.ts';
import { knownCards } from '#features/cards/known-cards.ts';
import type { Laso } from '#session/laso-context.ts';
import { failuresInARow, pollAfterError } from '#laso/poll-after-error.ts';

/** After this a new balance that was asked for takes a person at Laso, and up to a day. */
const REFRESH_SOON_MS = 10 * 60_000;

/** The lists of cards that tell what is awaited: one read tells of all cards, however many are pending. */
export const awaitedLists = (queryClient: QueryClient, accounts: readonly Laso[], nowMs: number) =>
  accounts.flatMap((laso) => {
    const awaited = knownCards(queryClient, laso.account).filter((card) => isAwaited(card, nowMs));
    return [
      ...new Set(awaited.map(({ type }) => (type === 'intl' ? ('intl' as const) : ('us' as const)))),
    ].map((type) => ({
      laso,
      type,
    }));
  });

/** The histories of withdrawals with a pending one. Open payments look after themselves (features/payments/queries.ts). */
export const awaitedHistories = (queryClient: QueryClient, accounts: readonly Laso[]) =>
  accounts
    .map((laso) => withdrawalQueries.history(laso))
    .filter(({ queryKey }) =>
      queryClient.getQueryData<Withdrawal[]>(queryKey)?.some(({ state }) => state === 'pending'),
    );

const isAwaited = (card: Card, nowMs: number): boolean =>
  isBeingIssued(card) || nowMs - (card.balanceUpdateRequestedAtMs ?? -Infinity) < REFRESH_SOON_MS;

/** False as long as a refusing server asked to wait, and for ever where asking cannot help (401, 403, 404). */
export function mayAsk(queryClient: QueryClient, queryKey: readonly unknown[], nowMs: number): boolean {
  const query = queryClient.getQueryCache().find({ queryKey, exact: true });
  if (!query?.state.error) return true;
  const wait = pollAfterError(query.state.error, failuresInARow(query));
  return wait !== false && nowMs >= query.state.errorUpdatedAt + wait;
}

/** For `queryClient.query`: once, for retries would wait in a hidden tab until somebody looks. */
export const READ_ONCE = { staleTime: 0, retry: false } as const;
