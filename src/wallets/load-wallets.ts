import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE, type NetworkId } from '#domain/chain.ts';
import type { WalletPort } from './wallet-port.ts';

/**
 * Loads the wallet code of one network after a click, never before: a visitor who only reads downloads none
 * of it, and a payer on one network nothing of the other's. A failed download can be retried.
 */
export const loadWallets = async (network: NetworkConfig): Promise<WalletPort> =>
  network.id === BASE
    ? (await import('./evm-wallets.ts')).loadEvmWallets(network)
    : (await import('./solana-wallets.ts')).loadSolanaWallets(network);

/** The same with what paying takes: an order fetches all of it before Pay can be pressed. */
export async function loadPayingWallets(network: NetworkConfig): Promise<WalletPort> {
  const wallets = await loadWallets(network);
  await wallets.loadPaying();
  loadedForPaying.set(network.id, wallets);
  return wallets;
}

const loadedForPaying = new Map<NetworkId, WalletPort>();

/** The code that a review on that network has loaded already; null when there was none. Loads nothing. */
export const payingWalletsOf = (network: NetworkId): WalletPort | null =>
  loadedForPaying.get(network) ?? null;
