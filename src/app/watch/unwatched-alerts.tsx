import { useQueries } from '@tanstack/react-query';
import { gapsOf } from '#domain/alerts/alerts-of.ts';
import { AlertGaps, type UnwatchedAccount } from '#features/alerts/alert-gaps.tsx';
import { balanceQueries } from '#features/balance/queries.ts';
import { cardQueries } from '#features/cards/queries.ts';
import { useSessions } from '#session/session-store.ts';
import { useAlerts } from '#storage/alerts.ts';
import { useServices } from '../services.ts';

/** What the alerts' own reads (alert-looks.tsx) did not get. Asks nobody. */
export function UnwatchedAlerts() {
  const { client } = useServices();
  const rules = useAlerts((state) => state.rules);
  const { sessions } = useSessions();
  const readable = useQueries({
    queries: sessions.flatMap(({ accountId }) => {
      const laso = { client, account: accountId };
      const watch = { enabled: false } as const;
      return [
        { ...cardQueries.list(laso, 'us'), ...watch, select: () => null },
        { ...cardQueries.list(laso, 'intl'), ...watch, select: () => null },
        { ...balanceQueries.current(laso), ...watch, select: () => null },
      ];
    }),
    // While a read that never worked is tried again its error is forgotten, but not that it failed.
    combine: (reads) => reads.map(({ isSuccess, errorUpdateCount }) => isSuccess || errorUpdateCount === 0),
  });
  const unwatched = sessions.flatMap(({ accountId, tokens }, at): UnwatchedAccount[] => {
    const [us = true, intl = true, balance = true] = readable.slice(at * 3);
    const gaps = gapsOf(rules, { us, intl, balance });
    if (gaps.length === 0 && (tokens || !isWatching(rules))) return [];
    return [{ account: accountId, gaps: tokens ? gaps : 'all' }];
  });
  return <AlertGaps accounts={unwatched} />;
}

const isWatching = (rules: ReturnType<typeof useAlerts.getState>['rules']): boolean =>
  Object.entries(rules).some(([kind, { on }]) => on && kind !== 'payment');
