import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { journal } from '#payments/browser-journal.ts';
import { settleAbandoned } from '#payments/leftover-rows.ts';
import { paymentQueries } from './queries.ts';

/** The journal, kept up to date with commits in every tab. What a crashed tab left half done is settled first. */
export function usePayments() {
  const queryClient = useQueryClient();
  useEffect(() => {
    // A journal that cannot be read is said by the query itself.
    void settleAbandoned(journal).catch(() => undefined);
  }, []);
  useEffect(
    () =>
      journal.onChange(
        () => void queryClient.invalidateQueries({ queryKey: paymentQueries.list().queryKey }),
      ),
    [queryClient],
  );
  return useQuery(paymentQueries.list());
}
