import type { NetworkConfig } from '#config/config-schema.ts';
import type { WalletCode } from './wallet-code.ts';

/** Base. */
export async function loadEvmWalletCode(network: NetworkConfig): Promise<WalletCode> {
  const [{ walletsOn }, { createChainReader }, { preflight }, { createEvmSigner }] = await Promise.all([
    import('#payments/evm/wallet.ts'),
    import('#payments/evm/chain-reader.ts'),
    import('#payments/evm/preflight.ts'),
    import('#payments/evm/signer.ts'),
  ]);
  const wallets = walletsOn(network);
  return {
    detected: wallets.detectedWallets,
    connection: wallets.currentConnection,
    subscribe: wallets.subscribe,
    connect: (walletId) => wallets.connectWallet(walletId),
    disconnect: () => wallets.disconnectWallet(),
    check: async ({ address, chainId }, { amountAtomic }) =>
      preflight({
        review: { payer: address, amountAtomic: amountAtomic.toString() },
        walletChainId: chainId ?? 0,
        reader: createChainReader(network),
        nowMs: Date.now,
      }),
    createSigner: async (review) =>
      createEvmSigner({ review, connection: await wallets.signingConnection() }),
    changeNetwork: () => wallets.switchToBase(),
  };
}
