import { useQueries } from '@tanstack/react-query';
import type { Card } from '#domain/card.ts';
import { useLaso } from '#laso/laso-context.ts';
import { cardQueries } from './queries.ts';

export interface ReadProblem {
  /** What could not be read: "U.S. cards". */
  what: string;
  error: unknown;
  retry: () => void;
}

/** U.S. and international cards in one list. One failing read never hides what the other one gave. */
export function useAllCards() {
  const laso = useLaso();
  const [us, intl] = useQueries({ queries: [cardQueries.list(laso, 'us'), cardQueries.list(laso, 'intl')] });
  const read = [us, intl].filter((query) => query.data !== undefined);
  const problem = (what: string, query: typeof us): ReadProblem[] =>
    query.isError ? [{ what, error: query.error, retry: () => void query.refetch() }] : [];
  return {
    cards: [us.data, intl.data].flatMap((cards): Card[] => cards ?? []),
    /** Something is there to show. */
    isReady: read.length > 0,
    isPending: us.isPending || intl.isPending,
    isFetching: us.isFetching || intl.isFetching,
    /** The older of the two: what is on screen is at least this new. */
    updatedAtMs: read.length > 0 ? Math.min(...read.map((query) => query.dataUpdatedAt)) : null,
    problems: [...problem('The U.S. cards', us), ...problem('The international cards', intl)],
  };
}
