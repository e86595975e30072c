import { useState } from 'react';

interface ReadProblem {
  /** What could not be read: "the U.S. cards". */
  what: string;
  error: unknown;
  /** It is being tried again right now. */
  retrying: boolean;
  retry: () => void;
}

interface Read {
  data: unknown;
  isError: boolean;
  error: unknown;
  isFetching: boolean;
  refetch: () => Promise<unknown>;
}

/**
 * What is wrong with reads, each by its name; nothing for those that work. react-query forgets the error of a read that never worked when it
 * tries again: the message would go and come back at each try.
 */
export function useReadProblems(reads: readonly { what: string; read: Read }[]): ReadProblem[] {
  const [known, setKnown] = useState<ReadonlyMap<string, unknown>>(new Map());
  const errors = new Map(
    reads.flatMap(({ what, read }) => {
      const error = read.isError ? read.error : read.data === undefined ? (known.get(what) ?? null) : null;
      return error === null ? [] : [[what, error] as const];
    }),
  );
  if (!sameEntries(errors, known)) setKnown(errors);
  return reads.flatMap(({ what, read }) =>
    errors.has(what)
      ? [{ what, error: errors.get(what), retrying: read.isFetching, retry: () => void read.refetch() }]
      : [],
  );
}

export const useReadProblem = (what: string, read: Read): ReadProblem | null =>
  useReadProblems([{ what, read }])[0] ?? null;

const sameEntries = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
