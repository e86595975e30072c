import { queryOptions } from '@tanstack/react-query';
import { getAccountBalance, type AccountBalance } from '#laso/get-account-balance.ts';
import type { Laso } from '#session/laso-context.ts';
import { failuresInARow, paced, pollAfterError, refetchOnFocus } from '#laso/poll-after-error.ts';

const BALANCE_MS = 120_000;

export const balanceQueries = {
  current: ({ client, account }: Laso) =>
    queryOptions({
      queryKey: [account, 'balance'],
      queryFn: async ({ signal, client: cache, queryKey }) => {
        const balance = await getAccountBalance(client, account, signal);
        if (balance.exists) return balance;
        // Rarely needed, and every first load would carry what reads the records.
        const { believe404 } = await import('./withdraw/believe-404.ts');
        await believe404(account, 'balance', cache.getQueryData<AccountBalance>(queryKey)?.exists ?? false);
        return balance;
      },
      refetchInterval: (query) => {
        const failures = failuresInARow(query);
        const { error } = query.state;
        return paced({ client, account }, error ? pollAfterError(error, failures) : BALANCE_MS);
      },
      refetchOnWindowFocus: refetchOnFocus,
    }),
};
