import { keepPreviousData, queryOptions, type InvalidateQueryFilters } from '@tanstack/react-query';
import type { Laso } from '#session/laso-context.ts';
import { searchGiftCards, type GiftCardFilters } from '#laso/search-gift-cards.ts';
import type { Vault } from '#storage/vault.ts';

/** Everything, of every country. */
export const EVERYTHING: GiftCardFilters = { text: '', country: '', currency: '', category: '' };

const MINUTES = 60_000;

/** Every read of the catalogue, of all accounts. */
export const CATALOGUES: InvalidateQueryFilters = {
  predicate: ({ queryKey }) => queryKey[1] === 'gift-cards',
};

export const giftCardQueries = {
  /** Thousands of products that seldom change: read once in a while, never compared one by one. */
  catalogue: ({ client, account }: Laso, filters: GiftCardFilters) =>
    queryOptions({
      queryKey: [account, 'gift-cards', filters],
      queryFn: ({ signal }) => searchGiftCards(client, account, filters, signal),
      placeholderData: keepPreviousData,
      structuralSharing: false,
      staleTime: 10 * MINUTES,
      gcTime: 2 * MINUTES,
      refetchOnWindowFocus: false,
    }),

  /**
   * What was bought in this browser, without the codes. The vault belongs to this browser, not to one account; `signedIn` (whoever is) decides
   * what of it is locked.
   */
  purchased: (vault: Vault, signedIn: string) =>
    queryOptions({
      queryKey: ['this-browser', 'vault', 'gift-card', signedIn],
      queryFn: async () => (await vault.list()).filter(({ kind }) => kind === 'gift-card'),
      networkMode: 'always',
      staleTime: 0,
      retry: false,
    }),
};
