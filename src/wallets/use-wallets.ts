import { useCallback, useSyncExternalStore } from 'react';
import type { NetworkConfig } from '#config/config-schema.ts';
import { useFetchedCode } from '#ui/use-fetched-code.ts';
import { loadPayingWallets, loadWallets } from './load-wallets.ts';
import type { ConnectedWallet, DetectedWallet, WalletPort } from './wallet-port.ts';

export interface WalletState {
  /** Null while the wallet code is on its way, or when it could not be fetched. */
  wallets: WalletPort | null;
  failed: boolean;
  retry: () => void;
  detected: readonly DetectedWallet[];
  connection: ConnectedWallet | null;
}

const NONE: readonly DetectedWallet[] = [];
const silent = () => () => undefined;

/**
 * Loads a network's wallet code on mount, then follows which wallets are there and which one is connected.
 * Another network needs another instance: give the component the network as its key.
 */
export function useWallets(network: NetworkConfig, { paying }: { paying: boolean }): WalletState {
  const load = useCallback(
    () => (paying ? loadPayingWallets(network) : loadWallets(network)),
    [network, paying],
  );
  const { code: wallets, failed, retry } = useFetchedCode(load);
  const subscribe = wallets?.subscribe ?? silent;
  const detected = useSyncExternalStore(subscribe, () => wallets?.detected() ?? NONE);
  const connection = useSyncExternalStore(subscribe, () => wallets?.connection() ?? null);
  return { wallets, failed, retry, detected, connection };
}
