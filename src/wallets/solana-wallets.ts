import type { NetworkConfig } from '#config/config-schema.ts';
import type { WalletPort } from './wallet-port.ts';

/** Solana, the counterpart of evm-wallets.ts. */
export async function loadSolanaWallets(network: NetworkConfig): Promise<WalletPort> {
  const [{ solanaWallets }, { signMessage, canSignTransactions }] = await Promise.all([
    import('#payments/solana/wallet.ts'),
    import('#payments/solana/signing-wallet.ts'),
  ]);
  const wallets = solanaWallets();
  return {
    network,
    detected: wallets.detectedWallets,
    connection: wallets.currentConnection,
    subscribe: wallets.subscribe,
    connect: (walletId) => wallets.connectWallet(walletId),
    disconnect: () => wallets.disconnectWallet(),
    changeNetwork: null,
    signMessage: async (address, text) => signMessage({ ...wallets.signingConnection(), address }, text),
    loadPaying,
    checkPayment: async ({ address }, { amountAtomic, payTo, extra }) => {
      const { createSolanaReader, preflight } = await loadPaying();
      return preflight({
        payer: address,
        payTo,
        amountAtomic: amountAtomic.toString(),
        feePayer: extra['feePayer'],
        canSign: canSignTransactions(wallets.signingConnection().wallet),
        reader: createSolanaReader(network),
        nowMs: Date.now,
      });
    },
    createSigner: async (review) => {
      const { createSolanaSigner } = await loadPaying();
      return createSolanaSigner({ review, network, connection: wallets.signingConnection() });
    },
  };
}

async function loadPaying() {
  const [{ createSolanaReader }, { preflight }, { createSolanaSigner }] = await Promise.all([
    import('#payments/solana/chain-reader.ts'),
    import('#payments/solana/preflight.ts'),
    import('#payments/solana/signer.ts'),
  ]);
  return { createSolanaReader, preflight, createSolanaSigner };
}
