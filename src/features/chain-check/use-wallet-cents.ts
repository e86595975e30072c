import { useQueries } from '@tanstack/react-query';
import type { AccountId } from '#domain/account.ts';
import { BASE } from '#domain/chain.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { chainCheckQueries } from './queries.ts';

/** USDC that these accounts' own wallets held when the chain was last checked, in whole cents; null as long as one of them is not known. */
export function useWalletCents(accounts: readonly AccountId[]): number | null {
  const held = useQueries({
    queries: accounts.map((account) => chainCheckQueries.kept(account, BASE)),
    combine: (checks) => checks.map(({ data }) => data?.walletAtomic ?? null),
  });
  return held.reduce<number | null>(
    (sum, atomic) => (sum === null || atomic === null ? null : sum + usdcAtomicToCents(atomic)),
    0,
  );
}
