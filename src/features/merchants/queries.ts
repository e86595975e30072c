import { queryOptions } from '@tanstack/react-query';
import type { Laso } from '#session/laso-context.ts';
import { searchMerchants, type MerchantCardType } from '#laso/search-merchants.ts';

/** Laso asks for a name: one letter is none. */
export const MIN_SEARCH = 2;
const FRESH_MS = 10 * 60_000;

export const merchantQueries = {
  /** Where a kind of card was tried; the same text again is not asked again for ten minutes. Asks nothing for less than two letters. */
  search: ({ client, account }: Laso, text: string, cardType: MerchantCardType) => {
    const wanted = text.trim().toLowerCase();
    return queryOptions({
      queryKey: [account, 'merchants', cardType, wanted],
      queryFn: ({ signal }) => searchMerchants(client, account, { text: wanted, cardType }, signal),
      enabled: wanted.length >= MIN_SEARCH,
      staleTime: FRESH_MS,
      refetchOnWindowFocus: false,
    });
  },
};
