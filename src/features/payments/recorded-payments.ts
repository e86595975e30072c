import { queryOptions } from '@tanstack/react-query';
import { journal } from '#payments/browser-journal.ts';

/** The journal as it is on the disk. In a file of its own: the overview shows it, and must not load what reads the chain. */
export const recordedPayments = queryOptions({
  queryKey: ['this-browser', 'payments'],
  queryFn: () => journal.list(),
  // Read from disk: works offline. While it is on screen every commit, in any tab, asks for it again; before that nobody listened.
  networkMode: 'always',
  staleTime: Infinity,
  refetchOnMount: 'always',
  retry: false,
});
