import { queryOptions } from '@tanstack/react-query';
import type { AccountId } from '#domain/account.ts';
import { loadChainCheck } from '#storage/chain-checks.ts';
import type { KeptCheck } from './kept-check.ts';

export const chainCheckQueries = {
  /** What was read so far, from this device: asks no node. A running check writes into it; where storage is refused it is all there is. */
  kept: (account: AccountId, network: string) =>
    queryOptions({
      queryKey: [account, 'chain-check', network],
      queryFn: () => keptCheck(account, network).catch(() => null),
      networkMode: 'always',
      staleTime: Infinity,
      gcTime: Infinity,
      retry: false,
      refetchOnWindowFocus: false,
    }),
};

/** Most devices never checked a chain: only the others load what reads a check. */
async function keptCheck(account: AccountId, network: string): Promise<KeptCheck | null> {
  if ((await loadChainCheck(account, network)) === undefined) return null;
  return (await import('./kept-check.ts')).readKeptCheck(account, network);
}
