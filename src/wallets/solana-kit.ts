import type { NetworkConfig } from '#config/config-schema.ts';
import type { WalletKit } from './wallet-kit.ts';

/** Solana wallets behind the kit, the twin of `evm-kit.ts`. The connection is the page's one connection (payments/solana/wallet.ts). */
export async function loadSolanaKit(network: NetworkConfig): Promise<WalletKit> {
  const [{ solanaWallets }, { signMessage, canSignTransactions }] = await Promise.all([
    import('#payments/solana/wallet.ts'),
    import('#payments/solana/signing-wallet.ts'),
  ]);
  const wallets = solanaWallets();
  return {
    network,
    found: wallets.detectedWallets,
    current: wallets.currentConnection,
    subscribe: wallets.subscribe,
    connect: (walletId) => wallets.connectWallet(walletId),
    signMessage: async (address, text) => signMessage({ ...wallets.signingConnection(), address }, text),
    // A Solana wallet has no network of its own to be on.
    changeNetwork: async () => {},
    // Only where the sign-in has to be paid for: fetched then.
    checkPayment: async (address, offer) => {
      const [{ createSolanaReader }, { preflight }] = await Promise.all([
        import('#payments/solana/chain-reader.ts'),
        import('#payments/solana/preflight.ts'),
      ]);
      return preflight({
        payer: address,
        payTo: offer.payTo,
        amountAtomic: offer.amountAtomic.toString(),
        feePayer: offer.extra['feePayer'],
        canSign: canSignTransactions(wallets.signingConnection().wallet),
        reader: createSolanaReader(network),
        nowMs: Date.now,
      });
    },
    createSigner: async (review) => {
      const { createSolanaSigner } = await import('#payments/solana/signer.ts');
      return createSolanaSigner({ review, network, connection: wallets.signingConnection() });
    },
  };
}
