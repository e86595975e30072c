import type { NetworkConfig } from '#config/config-schema.ts';
import type { WalletPort } from './wallet-port.ts';

/** Base. */
export async function loadEvmWallets(network: NetworkConfig): Promise<WalletPort> {
  const [{ walletsOn }, { signMessage }] = await Promise.all([
    import('#payments/evm/wallet.ts'),
    import('#payments/evm/sign-message.ts'),
  ]);
  const wallets = walletsOn(network);
  return {
    network,
    detected: wallets.detectedWallets,
    connection: wallets.currentConnection,
    subscribe: wallets.subscribe,
    connect: (walletId) => wallets.connectWallet(walletId),
    disconnect: () => wallets.disconnectWallet(),
    changeNetwork: () => wallets.switchToBase(),
    signMessage: async (address, text) =>
      signMessage({ ...(await wallets.signingConnection()), address }, text),
    loadPaying,
    checkPayment: async ({ address, chainId }, { amountAtomic }) => {
      const { createChainReader, preflight } = await loadPaying();
      return preflight({
        review: { payer: address, amountAtomic: amountAtomic.toString() },
        walletChainId: chainId ?? 0,
        reader: createChainReader(network),
        nowMs: Date.now,
      });
    },
    createSigner: async (review) => {
      const { createEvmSigner } = await loadPaying();
      return createEvmSigner({ review, connection: await wallets.signingConnection() });
    },
  };
}

async function loadPaying() {
  const [{ createChainReader }, { preflight }, { createEvmSigner }] = await Promise.all([
    import('#payments/evm/chain-reader.ts'),
    import('#payments/evm/preflight.ts'),
    import('#payments/evm/signer.ts'),
  ]);
  return { createChainReader, preflight, createEvmSigner };
}
