import type { NetworkConfig } from '#config/config-schema.ts';
import type { WalletCode } from './wallet-code.ts';

/** Solana. */
export async function loadSolanaWalletCode(network: NetworkConfig): Promise<WalletCode> {
  const [
    { solanaWallets },
    { canSignTransactions },
    { createSolanaReader },
    { preflight },
    { createSolanaSigner },
  ] = await Promise.all([
    import('#payments/solana/wallet.ts'),
    import('#payments/solana/signing-wallet.ts'),
    import('#payments/solana/chain-reader.ts'),
    import('#payments/solana/preflight.ts'),
    import('#payments/solana/signer.ts'),
  ]);
  const wallets = solanaWallets();
  return {
    detected: wallets.detectedWallets,
    connection: wallets.currentConnection,
    subscribe: wallets.subscribe,
    connect: (walletId) => wallets.connectWallet(walletId),
    disconnect: () => wallets.disconnectWallet(),
    check: async ({ address }, { amountAtomic, payTo, extra }) =>
      preflight({
        payer: address,
        payTo,
        amountAtomic: amountAtomic.toString(),
        feePayer: extra['feePayer'],
        canSign: canSignTransactions(wallets.signingConnection().wallet),
        reader: createSolanaReader(network),
        nowMs: Date.now,
      }),
    createSigner: async (review) =>
      createSolanaSigner({ review, network, connection: wallets.signingConnection() }),
    changeNetwork: null,
  };
}
