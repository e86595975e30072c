import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Card } from '#domain/card.ts';
import { firstOf, unlisted } from '#domain/list-gap.ts';
import { useAccounts, type Laso } from '#session/laso-context.ts';
import { useReadProblems } from '#session/use-read-problem.ts';
import { labelOf } from '#session/account-label.ts';
import { usePreferences } from '#storage/preferences.ts';
import { cardQueries } from './queries.ts';

const TYPES = [
  { type: 'us', name: 'U.S. cards' },
  { type: 'intl', name: 'international cards' },
] as const;

/** U.S. and international cards of every account on screen in one list. One failing read never hides what the others gave. */
export function useAllCards() {
  const accounts = useAccounts();
  const looks = usePreferences((preferences) => preferences.accounts);
  const of = ({ account }: Laso) => (accounts.length > 1 ? ` of ${labelOf(looks, account).name}` : '');
  const wanted = accounts.flatMap((laso) =>
    TYPES.map(({ type, name }) => ({ laso, type, noun: name + of(laso), what: `the ${name}${of(laso)}` })),
  );
  const { queries, cards } = useQueries({
    queries: wanted.map(({ laso, type }) => cardQueries.list(laso, type)),
    combine: withCards,
  });
  const reads = wanted.flatMap(({ what }, at) => {
    const read = queries[at];
    return read ? [{ what, read }] : [];
  });
  const problems = useReadProblems(reads);
  const failed = new Set(problems.map(({ what }) => what));
  const read = queries.filter(({ data }) => data !== undefined);
  const missing = wanted.filter(({ what }, at) => queries[at]?.data === undefined && failed.has(what));
  const extents = useQueries({ queries: wanted.map(({ laso, type }) => cardQueries.extent(laso, type)) });
  const partly = wanted.flatMap((list, at) => {
    const gap = extents[at]?.data?.gap;
    return gap ? [{ ...list, gap }] : [];
  });
  const incomplete = [...missing, ...partly].map(({ laso }) => laso.account).join(' ');
  return {
    /** The same array as long as no card changed. */
    cards,
    /** Something is there to show. */
    isReady: read.length > 0,
    /** A first answer is still awaited: sums would be too low. */
    isPending: reads.some(({ read: { data }, what }) => data === undefined && !failed.has(what)),
    isFetching: queries.some(({ isFetching }) => isFetching),
    /** The oldest of all: what is on screen is at least this new. */
    updatedAtMs: read.length > 0 ? Math.min(...read.map(({ dataUpdatedAt }) => dataUpdatedAt)) : null,
    /** What never could be read: nothing of it is on screen. */
    missing: missing.map(({ what }) => what),
    /** What Laso's lists leave out, by their own word: "37 more U.S. cards". Sums of cards are at least what they say then. */
    unlisted: partly.map(({ gap, noun }) => unlisted(gap, noun)),
    /** The same the other way round: "only the first 20 of 57 U.S. cards". */
    listedOnly: partly.map(({ gap, noun }) => firstOf(gap, noun)),
    /** The accounts this concerns; the same array as long as they are the same. */
    incomplete: useMemo(
      () => accounts.map(({ account }) => account).filter((account) => incomplete.includes(account)),
      [accounts, incomplete],
    ),
    problems,
  };
}

/** react-query keeps what did not change of this, so that thousands of cards are laid together only when one of them is another. */
const withCards = (queries: UseQueryResult<Card[]>[]) => ({
  queries: queries.map(({ data, isError, error, isFetching, refetch, dataUpdatedAt }) => ({
    data,
    isError,
    error,
    isFetching,
    refetch,
    dataUpdatedAt,
  })),
  cards: queries.flatMap(({ data }) => data ?? []),
});
