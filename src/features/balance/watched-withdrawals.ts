import { queryOptions } from '@tanstack/react-query';
import type { Laso } from '#session/laso-context.ts';
import { countRecords, nextRead, withdrawalQueries } from './withdrawal-queries.ts';

const SLOWLY_MS = 60_000;

/** For a page that only looks at withdrawals: who waits for one has Balance, which asks sooner. */
export const watchedWithdrawals = {
  /** Laso's history: once, and then no more often than lists are read. */
  history: (laso: Laso) =>
    queryOptions({
      ...withdrawalQueries.history(laso),
      refetchInterval: (query) => {
        const soon = nextRead(laso, query, false);
        return soon === false ? false : Math.max(soon, SLOWLY_MS);
      },
    }),

  /** What this device sent and needs attention. Below the key of the records: what changes them changes this. */
  recordSignals: (laso: Pick<Laso, 'account'>) =>
    queryOptions({
      queryKey: [...withdrawalQueries.records(laso).queryKey, 'signals'],
      queryFn: async () =>
        (await countRecords()) === 0
          ? []
          : (await import('./withdraw/record-signals.ts')).recordSignals(laso.account, Date.now()),
      networkMode: 'always',
      retry: false,
      refetchInterval: SLOWLY_MS,
    }),
};
