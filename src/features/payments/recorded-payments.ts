import { queryOptions } from '@tanstack/react-query';
import type { JournalEntry } from '#payments/journal/journal.ts';
import { countRecords } from '#storage/has-records.ts';

/**
 * The journal as it is on the disk. In a file of its own: the overview shows it, and must not load what reads the chain. A browser that never paid
 * does not load the journal's reader either.
 */
export const recordedPayments = queryOptions({
  queryKey: ['this-browser', 'payments'],
  queryFn: async (): Promise<JournalEntry[]> => {
    if ((await countRecords('payments')) === 0) return [];
    const { journal } = await import('#payments/journal/browser-journal.ts');
    return journal.list();
  },
  // Read from disk: works offline. While it is on screen every commit, in any tab, asks for it again; before that nobody listened.
  networkMode: 'always',
  staleTime: Infinity,
  refetchOnMount: 'always',
  retry: false,
});
