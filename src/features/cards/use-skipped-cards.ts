import { useQueries } from '@tanstack/react-query';
import { useAccounts } from '#laso/laso-context.ts';
import { cardQueries } from './queries.ts';

/** How many entries of Laso's lists, of all accounts on screen, were no card that could be read. */
export function useSkippedCards(): number {
  const accounts = useAccounts();
  return useQueries({
    queries: accounts.flatMap((laso) => [cardQueries.skipped(laso, 'us'), cardQueries.skipped(laso, 'intl')]),
    combine: (counts) => counts.reduce((sum, { data }) => sum + (data ?? 0), 0),
  });
}
