import { queryOptions } from '@tanstack/react-query';
import type { Vault } from '#storage/vault.ts';

/**
 * Transfers this browser keeps, without their links: those are read at the click. The vault belongs to this browser, not to one account;
 * `signedIn` (whoever is) decides what of it is locked.
 */
export const transferQueries = {
  list: (vault: Pick<Vault, 'list'>, signedIn: string) =>
    queryOptions({
      queryKey: ['this-browser', 'vault', 'transfer', signedIn],
      queryFn: async () => (await vault.list()).filter(({ kind }) => kind === 'transfer'),
      // Read from the disk: works offline, and another tab may have added one.
      networkMode: 'always',
      staleTime: 0,
      refetchOnWindowFocus: 'always',
      retry: false,
    }),
};
