/** For tests: Solana of the sandbox as the soak asks it: real transactions, and nodes that are balancers. */
import * as z from 'zod/mini';
import { apiOriginsOf } from '#config/api-origins.ts';
import { SOLANA } from '#domain/chain.ts';
import { centsToUsdcAtomic } from '#domain/money.ts';
import type { Sandbox } from '#sandbox/app.ts';
import { createBalancer, serveBalancer } from '#sandbox/chain/balancer.ts';
import { checkQuote } from '../../quote/guard.ts';
import { reviewOrder } from '../../quote/order-review.ts';
import type { SoakChain } from '../soak-world.ts';
import { requestQuote } from '../../quote/transport.ts';
import { createSolanaEvidence } from '../../solana/evidence.ts';
import { fakeWallet } from './fake-wallet.ts';
import { createSolanaSigner } from '../../solana/signer.ts';

const listSchema = z.object({
  result: z.array(z.looseObject({ memo: z.nullable(z.string()), err: z.unknown() })),
});

/** Two balancers over HTTP, because the signer asks nodes by their address. */
export async function startSolanaNodes({ solana, config }: Sandbox) {
  const network = config.networks.find(({ id }) => id === SOLANA);
  if (!solana || !network) throw new Error('The sandbox has no Solana.');
  const nodes = await Promise.all(
    [0, 1].map(async () => {
      const balancer = createBalancer(solana.backend, 0);
      return { balancer, ...(await serveBalancer(balancer)) };
    }),
  );
  const wallet = await fakeWallet();
  return {
    solana,
    network,
    nodes,
    wallet,
    close: () => Promise.all(nodes.map(({ close }) => close())),
  };
}

export type SolanaNodes = Awaited<ReturnType<typeof startSolanaNodes>>;

export function solanaSoakChain(
  { config }: Sandbox,
  { solana, network: configured, nodes: all, wallet }: SolanaNodes,
  { now, seed, nodes: count }: { now: () => number; seed: number; nodes: number },
): SoakChain {
  const nodes = all.slice(0, count);
  const [rpcUrl = '', ...rpcFallbackUrls] = nodes.map(({ url }) => url);
  const network = { ...configured, rpcUrl, rpcFallbackUrls };
  nodes.forEach(({ balancer }, at) => balancer.reseed(seed + at));
  const trusted = { network, apiOrigins: apiOriginsOf(config) };
  return {
    network: network.id,
    payer: wallet.address,
    nodes: nodes.map(({ url }) => url),
    node: (url, { down, lagsSec }) =>
      void Object.assign(nodes.find((one) => one.url === url)?.balancer ?? {}, { down, lagsSec }),
    evidence: createSolanaEvidence({ network, now }),
    review: async (orderId, cents) => {
      const requestUrl = `${config.apiBaseUrl}/get-card?amount=${cents / 100}&format=json`;
      const atomic = centsToUsdcAtomic(cents);
      const limits = { requestUrl, exactAmountAtomic: atomic, maxAmountAtomic: atomic };
      const challenge = await requestQuote(requestUrl);
      const { offer, findings } = checkQuote({ challenge, limits, trusted });
      if (!offer) throw new Error(`The guard refused: ${JSON.stringify(findings)}`);
      const order = { kind: 'us-card' as const, amountCents: cents };
      const told = { challenge, offer, limits, trusted, payer: wallet.address, order, orderId };
      return reviewOrder({ ...told, accountOnScreen: null, nowMs: now() });
    },
    sign: (review) =>
      createSolanaSigner({
        review,
        network,
        connection: { address: wallet.address, wallet },
        now,
        // Blocks instead of time.
        wait: async (ms) => solana.advance(ms / 1_000),
      }).sign(),
    paid: async (memo) => {
      const account = await solana.usdcAccountOf(wallet.address);
      const params = [account, { commitment: 'processed', limit: 1_000 }];
      const call = { jsonrpc: '2.0', id: 1, method: 'getSignaturesForAddress', params };
      const { result } = z.parse(listSchema, await solana.backend(call, 0));
      return result.some((one) => one.err === null && one.memo?.includes(memo) === true);
    },
  };
}
