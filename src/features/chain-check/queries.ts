import { queryOptions } from '@tanstack/react-query';
import type { AccountId } from '#domain/account.ts';
import { readKeptCheck } from './kept-check.ts';

export const chainCheckQueries = {
  /** What was read so far, from this device: asks no node. A running check writes into it; where storage is refused it is all there is. */
  kept: (account: AccountId, network: string) =>
    queryOptions({
      queryKey: [account, 'chain-check', network],
      queryFn: () => readKeptCheck(account, network).catch(() => null),
      networkMode: 'always',
      staleTime: Infinity,
      gcTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
    }),
};
