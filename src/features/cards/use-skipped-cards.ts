import { useQueries } from '@tanstack/react-query';
import { useAccounts } from '#session/laso-context.ts';
import { cardQueries } from './queries.ts';

/** How many entries of Laso's lists, of all accounts on screen, were no card that could be read. */
export function useSkippedCards(): number {
  const accounts = useAccounts();
  return useQueries({
    queries: accounts.flatMap((laso) => [cardQueries.extent(laso, 'us'), cardQueries.extent(laso, 'intl')]),
    combine: (extents) => extents.reduce((sum, { data }) => sum + (data?.skipped ?? 0), 0),
  });
}
