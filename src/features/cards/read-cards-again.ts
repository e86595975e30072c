import type { QueryClient } from '@tanstack/react-query';
import type { Laso } from '#session/laso-context.ts';
import { cardQueries } from './queries.ts';

/**
 * Asks for both lists of an account now; an answer that is on its way was asked for before, and is not waited for. False where a list that is on
 * screen could not be read again. One that was never read is said to be missing wherever cards are shown.
 */
export async function readCardsAgain(queryClient: QueryClient, laso: Laso): Promise<boolean> {
  const read = async (type: 'us' | 'intl'): Promise<boolean> => {
    const list = cardQueries.list(laso, type);
    await queryClient.cancelQueries({ queryKey: list.queryKey, exact: true });
    return queryClient.query({ ...list, staleTime: 0 }).then(
      () => true,
      () => queryClient.getQueryData(list.queryKey) === undefined,
    );
  };
  const lists = await Promise.all([read('us'), read('intl')]);
  return lists.every((isFresh) => isFresh);
}
