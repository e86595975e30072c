/** For tests: a kit over a fake wallet with a local key. */
import type { NetworkConfig } from '#config/config-schema.ts';
import type { WalletKit } from '#wallets/wallet-kit.ts';

interface TestKitParts {
  network: NetworkConfig;
  address: string;
  signMessage: WalletKit['signMessage'];
  createSigner?: WalletKit['createSigner'];
}

export interface TestKit extends WalletKit {
  /** The owner locks the wallet (null) or picks another account; whoever subscribed hears it. */
  become(address: string | null): void;
}

export function testKit({ network, address, signMessage, createSigner }: TestKitParts): TestKit {
  const listeners = new Set<() => void>();
  let current: { walletName: string; address: string } | null = { walletName: 'Test wallet', address };
  return {
    network,
    found: () => [],
    current: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    connect: async () => ({ walletName: 'Test wallet', address }),
    signMessage,
    changeNetwork: async () => {},
    checkPayment: async () => ({ findings: [] }),
    createSigner: createSigner ?? (() => Promise.reject(new Error('This test pays nothing'))),
    become: (next) => {
      current = next === null ? null : { walletName: 'Test wallet', address: next };
      for (const listener of listeners) listener();
    },
  };
}
