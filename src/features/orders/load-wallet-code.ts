import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE } from '#domain/chain.ts';
import type { WalletCode } from './wallet-code.ts';

/**
 * The wallet code of one network, fetched when a review needs it and never before: nobody who only looks downloads it, and nobody who pays
 * on one network downloads the other's. A failed download may be tried again.
 */
export async function loadWalletCode(network: NetworkConfig): Promise<WalletCode> {
  if (network.id === BASE) return (await import('./evm-wallet-code.ts')).loadEvmWalletCode(network);
  return (await import('./solana-wallet-code.ts')).loadSolanaWalletCode(network);
}
