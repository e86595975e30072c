import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE } from '#domain/chain.ts';
import { loadEvmKit } from './evm-kit.ts';
import { loadSolanaKit } from './solana-kit.ts';
import type { WalletKit } from './wallet-kit.ts';

/** Fetches the wallet code of a network after a click, never before: who only looks downloads none. A failed download may be tried again. */
export const loadWalletKit = (network: NetworkConfig): Promise<WalletKit> =>
  network.id === BASE ? loadEvmKit(network) : loadSolanaKit(network);
