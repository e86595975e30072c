import { useState } from 'react';

export interface ReadProblem {
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
 * What is wrong with a read, or null. react-query forgets the error of a read that never worked when it tries again: the message would go and
 * come back at each try.
 */
export function useReadProblem(what: string, read: Read): ReadProblem | null {
  const [known, setKnown] = useState<unknown>(null);
  const error = read.isError ? read.error : read.data === undefined ? known : null;
  if (error !== known) setKnown(error);
  return error === null ? null : { what, error, retrying: read.isFetching, retry: () => void read.refetch() };
}
