import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE, type NetworkId } from '#domain/chain.ts';
import type { WalletCode } from './wallet-code.ts';

/**
 * The wallet code of one network, fetched when a review needs it and never before: nobody who only looks downloads it, and nobody who pays
 * on one network downloads the other's. A failed download may be tried again.
 */
export async function loadWalletCode(network: NetworkConfig): Promise<WalletCode> {
  const code =
    network.id === BASE
      ? await (await import('./evm-wallet-code.ts')).loadEvmWalletCode(network)
      : await (await import('./solana-wallet-code.ts')).loadSolanaWalletCode(network);
  loaded.set(network.id, code);
  return code;
}

const loaded = new Map<NetworkId, WalletCode>();

/** What a review on that network has fetched already; null when there was none. Fetches nothing. */
export const loadedWalletCode = (network: NetworkId): WalletCode | null => loaded.get(network) ?? null;
