import type { LasoConfig } from '#config/config-schema.ts';
import { BASE } from '#domain/chain.ts';
import type { ChainEvidence } from '#payments/reconcile/evidence.ts';

/** The witness of a network, downloaded when a row of it is open; null for a network this page does not know. No wallet code in it. */
export async function loadChainEvidence(config: LasoConfig, id: string): Promise<ChainEvidence | null> {
  const network = config.networks.find((one) => one.id === id);
  if (!network) return null;
  if (network.id === BASE) {
    const { createEvmEvidence } = await import('#payments/evm/evidence.ts');
    return createEvmEvidence({ network });
  }
  const { createSolanaEvidence } = await import('#payments/solana/evidence.ts');
  return createSolanaEvidence({ network });
}
