import { queryOptions } from '@tanstack/react-query';
import type { Vault } from '#storage/vault.ts';

/** Transfers this browser keeps, of every account that is not signed out on it; without their links: those are read at the click. */
export const transferQueries = {
  list: (vault: Pick<Vault, 'list'>) =>
    queryOptions({
      queryKey: ['this-browser', 'transfers'],
      queryFn: async () => (await vault.list()).filter(({ kind }) => kind === 'transfer'),
      // Read from the disk: works offline, and another tab may have added one.
      networkMode: 'always',
      staleTime: 0,
      refetchOnWindowFocus: 'always',
      retry: false,
    }),
};
