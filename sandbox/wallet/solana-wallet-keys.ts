import { getBase64Decoder } from '@solana/kit';
import { SOLANA_WALLETS, solanaTestKey, solanaTestSigner } from '../chain/solana-accounts.ts';
import type { SolanaKey } from './solana-state.ts';

/**
 * The Solana accounts of the sandbox wallet, in the order in
 * which `solana.useAccount(index)` counts them. Server side.
 */
export const solanaWalletKeys = (): Promise<SolanaKey[]> =>
  Promise.all(
    SOLANA_WALLETS.map(async (index) => ({
      address: (await solanaTestSigner(index)).address,
      seed: getBase64Decoder().decode(solanaTestKey(index)),
    })),
  );
