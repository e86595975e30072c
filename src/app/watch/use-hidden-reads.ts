import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { cardReady } from '#domain/alerts/finders.ts';
import { newlyReady } from '#domain/alerts/newly-ready.ts';
import { notificationPermission } from '#features/alerts/notify.ts';
import { balanceQueries } from '#features/balance/queries.ts';
import { knownCards } from '#features/cards/known-cards.ts';
import { cardQueries } from '#features/cards/queries.ts';
import type { Laso } from '#session/laso-context.ts';
import { addAlerts, useAlerts } from '#storage/alerts.ts';
import { awaitedHistories, awaitedLists, mayAsk, READ_ONCE } from './hidden-reads.ts';
import { watchWhileHidden } from './hidden-watch.ts';

const AWAITED_MS = 30_000;
const ALERTS_MS = 5 * 60_000;

/** What a hidden tab still asks Laso: every 30 s about what is awaited, every 5 min for alerts that notify, else nothing. */
export function useHiddenReads(queryClient: QueryClient, accounts: readonly Laso[]): void {
  useEffect(() => {
    const lists = () => awaitedLists(queryClient, accounts, Date.now());
    const histories = () => awaitedHistories(queryClient, accounts);
    const awaited = () => (lists().length + histories().length > 0 ? AWAITED_MS : null);
    const stops = [
      watchWhileHidden(awaited, () => {
        for (const { laso, type } of lists()) void readList(queryClient, laso, type);
        for (const history of histories())
          if (mayAsk(queryClient, history.queryKey, Date.now()))
            // What went wrong is the query's to tell, when somebody looks.
            queryClient.query({ ...history, ...READ_ONCE }).catch(() => null);
      }),
      watchWhileHidden(
        () => (notifies() ? ALERTS_MS : null),
        () => {
          for (const laso of accounts) {
            for (const type of ['us', 'intl'] as const) void readList(queryClient, laso, type);
            const balance = balanceQueries.current(laso);
            if (
              useAlerts.getState().rules['low-balance'].on &&
              mayAsk(queryClient, balance.queryKey, Date.now())
            )
              queryClient.query({ ...balance, ...READ_ONCE }).catch(() => null);
          }
        },
      ),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queryClient, accounts]);
}

function notifies(): boolean {
  const { rules, notifications } = useAlerts.getState();
  const onLaso = Object.entries(rules).some(([kind, { on }]) => on && kind !== 'payment');
  return onLaso && notifications && notificationPermission() === 'granted';
}

/** A card that has become ready is told, rule or not: its owner waits for it in another tab. */
async function readList(queryClient: QueryClient, laso: Laso, type: 'us' | 'intl'): Promise<void> {
  const nowMs = Date.now();
  const list = cardQueries.list(laso, type);
  if (!mayAsk(queryClient, list.queryKey, nowMs)) return;
  const before = knownCards(queryClient, laso.account);
  const cards = await queryClient.query({ ...list, ...READ_ONCE }).catch(() => []);
  for (const card of newlyReady(before, cards)) addAlerts(card.accountId, [cardReady(card, nowMs)], nowMs);
}
