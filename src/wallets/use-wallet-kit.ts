import { useCallback, useSyncExternalStore } from 'react';
import type { NetworkConfig } from '#config/config-schema.ts';
import { useFetchedCode } from '#ui/use-fetched-code.ts';
import { loadWalletKit } from './load-wallet-kit.ts';
import type { FoundWallet, WalletKit } from './wallet-kit.ts';

export interface WalletKitState {
  /** Null while the wallet code is on its way, or when it could not be fetched. */
  kit: WalletKit | null;
  failed: boolean;
  retry: () => void;
  found: readonly FoundWallet[];
}

const NONE: readonly FoundWallet[] = [];
const silent = () => () => undefined;

/** Fetches a network's wallet code when first rendered, then follows which wallets announce themselves. */
export function useWalletKit(network: NetworkConfig): WalletKitState {
  const load = useCallback(() => loadWalletKit(network), [network]);
  const { code: kit, failed, retry } = useFetchedCode(load);
  const found = useSyncExternalStore(kit?.subscribe ?? silent, () => kit?.found() ?? NONE);
  return { kit, failed, retry, found };
}
