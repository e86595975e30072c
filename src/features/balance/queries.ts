import { queryOptions } from '@tanstack/react-query';
import { getAccountBalance } from '#laso/get-account-balance.ts';
import type { Laso } from '#laso/laso-context.ts';
import { failuresInARow, pollAfterError, refetchOnFocus } from '#laso/poll-after-error.ts';

const BALANCE_MS = 120_000;

export const balanceQueries = {
  current: ({ client, account }: Laso) =>
    queryOptions({
      queryKey: [account, 'balance'],
      queryFn: ({ signal }) => getAccountBalance(client, account, signal),
      refetchInterval: (query) => {
        const failures = failuresInARow(query);
        return query.state.error ? pollAfterError(query.state.error, failures) : BALANCE_MS;
      },
      refetchOnWindowFocus: refetchOnFocus,
    }),
};
