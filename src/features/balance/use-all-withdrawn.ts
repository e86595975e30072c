import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { withdrawnCents, type Withdrawal } from '#domain/withdrawal.ts';
import { useAccounts } from '#session/laso-context.ts';
import { useReadProblems } from '#session/use-read-problem.ts';
import { withdrawalQueries } from './withdrawal-queries.ts';

/** What was withdrawn from every account on screen: read once, and again only while one is on its way. */
export function useAllWithdrawn() {
  const accounts = useAccounts();
  const queries: UseQueryResult<Withdrawal[]>[] = useQueries({
    queries: accounts.map((laso) => withdrawalQueries.history(laso)),
  });
  const histories = queries.flatMap(({ data }) => (data ? [data] : []));
  const [problem = null] = useReadProblems(queries.map((read, at) => ({ what: `withdrawals ${at}`, read })));
  return {
    /** Cents; null until every account's history is known: a part would be a wrong answer. */
    withdrawnCents: histories.length === accounts.length ? withdrawnCents(histories.flat()) : null,
    problem,
  };
}
