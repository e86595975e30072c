import { useQueries } from '@tanstack/react-query';
import type { Card } from '#domain/card.ts';
import { useLaso } from '#laso/laso-context.ts';
import { cardQueries } from './queries.ts';
import { useReadProblem } from './use-read-problem.ts';

/** U.S. and international cards in one list. One failing read never hides what the other one gave. */
export function useAllCards() {
  const laso = useLaso();
  const [us, intl] = useQueries({ queries: [cardQueries.list(laso, 'us'), cardQueries.list(laso, 'intl')] });
  const reads = [
    { query: us, problem: useReadProblem('the U.S. cards', us) },
    { query: intl, problem: useReadProblem('the international cards', intl) },
  ];
  const read = reads.filter(({ query }) => query.data !== undefined);
  return {
    cards: [us.data, intl.data].flatMap((cards): Card[] => cards ?? []),
    /** Something is there to show. */
    isReady: read.length > 0,
    /** A first answer is still awaited: sums would be too low. */
    isPending: reads.some(({ query, problem }) => query.data === undefined && problem === null),
    isFetching: us.isFetching || intl.isFetching,
    /** The older of the two: what is on screen is at least this new. */
    updatedAtMs: read.length > 0 ? Math.min(...read.map(({ query }) => query.dataUpdatedAt)) : null,
    /** What never could be read: nothing of it is on screen. */
    missing: reads.flatMap(({ query, problem }) =>
      query.data === undefined && problem ? [problem.what] : [],
    ),
    problems: reads.flatMap(({ problem }) => problem ?? []),
  };
}
