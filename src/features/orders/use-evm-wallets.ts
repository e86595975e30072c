import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { DetectedWallet, WalletConnection } from '#payments/evm/wallet.ts';
import { loadEvmWallets, type EvmWallets } from './wallet-code.ts';

export interface EvmWalletState {
  /** Null while the wallet code is on its way, or when it could not be fetched. */
  evm: EvmWallets | null;
  failed: boolean;
  retry: () => void;
  detected: readonly DetectedWallet[];
  connection: WalletConnection | null;
}

const NONE: readonly DetectedWallet[] = [];
const silent = () => () => undefined;

/** Fetches the wallet code when first shown, then follows which wallets are there and which one is connected. */
export function useEvmWallets(network: NetworkConfig): EvmWalletState {
  const [evm, setEvm] = useState<EvmWallets | null>(null);
  const [failed, setFailed] = useState(false);

  const load = useCallback(() => {
    loadEvmWallets(network).then(setEvm, () => setFailed(true));
  }, [network]);
  useEffect(load, [load]);
  const retry = useCallback(() => {
    setFailed(false);
    load();
  }, [load]);
  const subscribe = evm?.wallets.subscribe ?? silent;
  const detected = useSyncExternalStore(subscribe, () => evm?.wallets.detectedWallets() ?? NONE);
  const connection = useSyncExternalStore(subscribe, () => evm?.wallets.currentConnection() ?? null);
  return { evm, failed, retry, detected, connection };
}
