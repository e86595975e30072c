import { SOLANA_WALLETS, solanaTestSigner } from '../chain/solana-accounts.ts';
import { SOLANA_PAY_TO, startSolanaChain, type SolanaChain } from '../chain/solana-chain.ts';
import type { HeldSettlements } from '../payment/held-settlements.ts';
import type { PaymentNetwork } from './payment-network.ts';
import { solanaNetwork } from './svm-facilitator.ts';

export interface SolanaSide {
  chain: SolanaChain;
  network: PaymentNetwork;
  /** Full wallets, an empty recipient, real time. */
  reset(atomic: bigint): Promise<void>;
}

/**
 * Everything Solana in the sandbox. It is reached by `import()`,
 * because litesvm makes it the slowest part to load.
 */
export async function startSolanaSide(
  held: HeldSettlements,
  options: { port?: number | undefined } = {},
): Promise<SolanaSide> {
  const chain = await startSolanaChain(options);
  const wallets = await Promise.all(SOLANA_WALLETS.map((index) => solanaTestSigner(index)));
  return {
    chain,
    network: await solanaNetwork(chain, held),
    reset: async (atomic) => {
      chain.reset();
      await Promise.all(wallets.map(({ address }) => chain.fund(address, atomic)));
      await chain.fund(SOLANA_PAY_TO, 0n);
    },
  };
}
