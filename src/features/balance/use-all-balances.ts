import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import type { AccountBalance } from '#laso/get-account-balance.ts';
import { useAccounts } from '#session/laso-context.ts';
import { useReadProblems } from '#session/use-read-problem.ts';
import { labelOf } from '#session/account-label.ts';
import { usePreferences } from '#storage/preferences.ts';
import { balanceQueries } from './queries.ts';

/** Laso's balance of every account on screen. */
export function useAllBalances() {
  const accounts = useAccounts();
  const looks = usePreferences((preferences) => preferences.accounts);
  const queries: UseQueryResult<AccountBalance>[] = useQueries({
    queries: accounts.map((laso) => balanceQueries.current(laso)),
  });
  const several = accounts.length > 1;
  const reads = accounts.flatMap(({ account }, at) => {
    const read = queries[at];
    const what = `the account balance${several ? ` of ${labelOf(looks, account).name}` : ''}`;
    return read ? [{ what, read }] : [];
  });
  const known = queries.flatMap(({ data }) => data ?? []);
  return {
    /** Cents over all accounts; null until every one is known: a part would be a wrong answer. */
    balanceCents:
      known.length === accounts.length
        ? known.reduce((sum, { balanceCents }) => sum + balanceCents, 0)
        : null,
    problems: useReadProblems(reads),
  };
}
