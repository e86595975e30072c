import type { NetworkConfig } from '#config/config-schema.ts';
import { SOLANA } from '#domain/chain.ts';
import { startBaseChain, type BaseChain } from './chain/base-chain.ts';
import { baseNetwork } from './facilitator/facilitator.ts';
import type { PaymentNetwork } from './facilitator/payment-network.ts';
import type { SolanaSide } from './facilitator/solana-side.ts';
import type { HeldSettlements } from './payment/held-settlements.ts';

interface Chains {
  chain: BaseChain;
  solana: SolanaSide | null;
  /** In the order in which challenges name them: Base first, as Laso does. */
  networks: PaymentNetwork[];
  /**
   * The networks in the form of a dashboard's configuration;
   * `url` is the sandbox's API, which serves the explorer too.
   */
  configured(url: string): Pick<NetworkConfig, 'rpcUrl' | 'usdc' | 'payTo' | 'explorerUrl'>[];
  stop(): Promise<void>;
}

export interface ChainOptions {
  chainPort?: number;
  /** Whether payments on Solana are possible; true by default. */
  solana?: boolean;
  solanaPort?: number;
}

/** Starts both chains at the same time; when one does not start, the other ends too. */
export async function startChains(held: HeldSettlements, options: ChainOptions): Promise<Chains> {
  const [base, side] = await Promise.allSettled([
    startBaseChain({ port: options.chainPort }),
    startSolana(held, options),
  ]);
  const stop = async (): Promise<void> => {
    if (base.status === 'fulfilled') await base.value.stop();
    if (side.status === 'fulfilled') await side.value?.chain.stop();
  };
  if (base.status === 'rejected' || side.status === 'rejected') {
    await stop();
    throw [base, side].find((one) => one.status === 'rejected')?.reason;
  }
  const chain = base.value;
  const solana = side.value;
  const networks = [baseNetwork(chain, held), ...(solana ? [solana.network] : [])];
  return {
    chain,
    solana,
    networks,
    configured: (url) =>
      networks.map(({ id, usdc, payTo }) => ({
        id,
        rpcUrl: (id === SOLANA && solana ? solana.chain : chain).rpcUrl,
        usdc,
        payTo: [payTo],
        explorerUrl: `${url}/explorer`,
      })),
    stop,
  };
}

/** litesvm and kit take long to load: they load only for Solana, and while anvil starts. */
async function startSolana(held: HeldSettlements, options: ChainOptions): Promise<SolanaSide | null> {
  if (options.solana === false) return null;
  const { startSolanaSide } = await import('./facilitator/solana-side.ts');
  return startSolanaSide(held, { port: options.solanaPort });
}
