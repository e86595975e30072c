import { useQuery } from '@tanstack/react-query';
import type { Laso } from '#session/laso-context.ts';
import { isOpenWithdrawal } from './withdraw/withdrawal-record.ts';
import { withdrawalQueries } from './withdrawal-queries.ts';
import { isAwaited } from './withdraw/withdrawal-rules.ts';

const NOTHING: never[] = [];

/** Laso's history, and what this device sent, with what of it is not clear yet. */
export function useWithdrawals(laso: Laso) {
  const { data } = useQuery(withdrawalQueries.records(laso));
  const records = data?.records ?? NOTHING;
  const history = useQuery(withdrawalQueries.history(laso, records.some(isAwaited)));
  return {
    records,
    unreadable: data?.unreadable ?? NOTHING,
    open: records.filter(isOpenWithdrawal),
    history,
  };
}
