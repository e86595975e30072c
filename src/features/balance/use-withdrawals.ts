import { useQuery } from '@tanstack/react-query';
import type { Laso } from '#laso/laso-context.ts';
import { isOpen } from './withdrawal-record.ts';
import { withdrawalQueries } from './withdrawal-queries.ts';

/** Laso's history, and what this device sent that is not found in it yet. */
export function useWithdrawals(laso: Laso) {
  const records = useQuery(withdrawalQueries.records(laso));
  const open = records.data?.filter(isOpen) ?? [];
  const history = useQuery(withdrawalQueries.history(laso, open.length > 0));
  return { records, open, history };
}
