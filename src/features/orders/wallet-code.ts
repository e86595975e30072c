import type { NetworkConfig } from '#config/config-schema.ts';

/**
 * The wallet code for EVM chains, fetched when a review needs it and never before: nobody who only looks downloads it.
 * A failed download may be tried again.
 */
export async function loadEvmWallets(network: NetworkConfig) {
  const [{ walletsOn }, { createChainReader }, { preflight }, { createEvmSigner }] = await Promise.all([
    import('#payments/evm/wallet.ts'),
    import('#payments/evm/chain-reader.ts'),
    import('#payments/evm/preflight.ts'),
    import('#payments/evm/signer.ts'),
  ]);
  return {
    wallets: walletsOn(network),
    reader: () => createChainReader(network),
    preflight,
    createEvmSigner,
  };
}

export type EvmWallets = Awaited<ReturnType<typeof loadEvmWallets>>;
