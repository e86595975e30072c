/** For tests: a wallet port over a fake wallet with a local key. */
import type { NetworkConfig } from '#config/config-schema.ts';
import type { ConnectedWallet, WalletPort } from '#wallets/wallet-port.ts';

interface FakeWalletParts {
  network: NetworkConfig;
  address: string;
  signMessage: WalletPort['signMessage'];
  createSigner?: WalletPort['createSigner'];
}

interface FakeWalletPort extends WalletPort {
  /** The owner locks the wallet (null) or picks another account; subscribers hear it. */
  become(address: string | null): void;
}

export function fakeWalletPort({
  network,
  address,
  signMessage,
  createSigner,
}: FakeWalletParts): FakeWalletPort {
  const listeners = new Set<() => void>();
  const connected = (at: string): ConnectedWallet => ({
    walletId: 'test',
    walletName: 'Test wallet',
    address: at,
  });
  let current: ConnectedWallet | null = connected(address);
  return {
    network,
    detected: () => [],
    connection: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect: async () => connected(address),
    signMessage,
    disconnect: async () => {},
    changeNetwork: null,
    loadPaying: async () => {},
    checkPayment: async () => ({ balanceAtomic: 0n, findings: [] }),
    createSigner: createSigner ?? (() => Promise.reject(new Error('This test pays nothing'))),
    become: (next) => {
      current = next === null ? null : connected(next);
      for (const listener of listeners) listener();
    },
  };
}
