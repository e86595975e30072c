import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE_CHAIN_ID } from '#domain/chain.ts';
import type { ConnectedWallet, WalletKit } from './wallet-kit.ts';

/** Base wallets behind the kit. The connection is the page's one connection: an order uses the same (payments/evm/wallet.ts). */
export async function loadEvmKit(network: NetworkConfig): Promise<WalletKit> {
  const [{ walletsOn }, { signMessage }] = await Promise.all([
    import('#payments/evm/wallet.ts'),
    import('#payments/evm/sign-message.ts'),
  ]);
  const wallets = walletsOn(network);
  return {
    network,
    found: wallets.detectedWallets,
    current: (): ConnectedWallet | null => wallets.currentConnection(),
    subscribe: wallets.subscribe,
    connect: (walletId) => wallets.connectWallet(walletId),
    signMessage: async (address, text) =>
      signMessage({ ...(await wallets.signingConnection()), address }, text),
    changeNetwork: async () => {
      if (wallets.currentConnection()?.chainId !== BASE_CHAIN_ID) await wallets.switchToBase();
    },
    // Only where the sign-in has to be paid for: fetched then.
    checkPayment: async (address, offer) => {
      const [{ createChainReader }, { preflight }] = await Promise.all([
        import('#payments/evm/chain-reader.ts'),
        import('#payments/evm/preflight.ts'),
      ]);
      return preflight({
        review: { payer: address, amountAtomic: offer.amountAtomic.toString() },
        walletChainId: wallets.currentConnection()?.chainId ?? 0,
        reader: createChainReader(network),
        nowMs: Date.now,
      });
    },
    createSigner: async (review) => {
      const { createEvmSigner } = await import('#payments/evm/signer.ts');
      return createEvmSigner({ review, connection: await wallets.signingConnection() });
    },
  };
}
