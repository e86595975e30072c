import { useQueries } from '@tanstack/react-query';
import type { AccountId } from '#domain/account.ts';
import { BASE } from '#domain/chain.ts';
import { usdcAtomicToCents } from '#domain/money.ts';
import { isEvmAddress } from '#domain/wallet-address.ts';
import type { WalletsHeld } from '#domain/wallets-held.ts';
import { chainCheckQueries } from './queries.ts';

/** USDC that these accounts' own wallets held when the chain was last checked. */
export function useWalletsHeld(accounts: readonly AccountId[]): WalletsHeld {
  const checks = useQueries({
    queries: accounts.map((account) => chainCheckQueries.kept(account, BASE)),
    combine: (queries) => queries.map(({ data }) => data ?? null),
  });
  const read = checks.flatMap((check) =>
    check && check.walletAtomic !== null ? [{ ...check, walletAtomic: check.walletAtomic }] : [],
  );
  return {
    cents:
      read.length === 0
        ? null
        : read.reduce((sum, { walletAtomic }) => sum + usdcAtomicToCents(walletAtomic), 0),
    known: read.length,
    all: accounts.length,
    // Laso tells a Solana address in lower case, and that is no address.
    hidden: accounts.filter((account) => !isEvmAddress(account)).length,
    readAtMs: read.length === 0 ? null : Math.min(...read.map(({ startedAtMs }) => startedAtMs)),
  };
}
