import { queryOptions } from '@tanstack/react-query';
import { journal } from '#payments/browser-journal.ts';

/** The journal belongs to this browser, not to one account: its key does not start with one. Rows come without their signed payload. */
export const paymentQueries = {
  list: () =>
    queryOptions({
      queryKey: ['this-browser', 'payments'],
      queryFn: () => journal.list(),
      // Read from disk: works offline, and a change in any tab asks for it anew.
      networkMode: 'always',
      staleTime: Infinity,
      retry: false,
    }),

  /** Whether the browser has promised to keep the records. Asks nobody: the question itself comes with the first payment. */
  kept: () =>
    queryOptions({
      queryKey: ['this-browser', 'payments-kept'],
      queryFn: async () => ((await navigator.storage?.persisted?.()) === true ? 'kept' : 'refused'),
      networkMode: 'always',
      staleTime: 0,
      retry: false,
    }),
};
