import { useCallback, useSyncExternalStore } from 'react';
import type { NetworkConfig } from '#config/config-schema.ts';
import { useFetchedCode } from '#ui/use-fetched-code.ts';
import { loadWalletCode } from './load-wallet-code.ts';
import type { ConnectedWallet, DetectedWallet, WalletCode } from './wallet-code.ts';

export interface WalletState {
  /** Null while the wallet code is on its way, or when it could not be fetched. */
  code: WalletCode | null;
  failed: boolean;
  retry: () => void;
  detected: readonly DetectedWallet[];
  connection: ConnectedWallet | null;
}

const NONE: readonly DetectedWallet[] = [];
const silent = () => () => undefined;

/**
 * Fetches a network's wallet code when first shown, then follows which wallets are there and which one is connected. For another
 * network: another instance (give the component the network as its key).
 */
export function useWallets(network: NetworkConfig): WalletState {
  const load = useCallback(() => loadWalletCode(network), [network]);
  const { code, failed, retry } = useFetchedCode(load);
  const subscribe = code?.subscribe ?? silent;
  const detected = useSyncExternalStore(subscribe, () => code?.detected() ?? NONE);
  const connection = useSyncExternalStore(subscribe, () => code?.connection() ?? null);
  return { code, failed, retry, detected, connection };
}
