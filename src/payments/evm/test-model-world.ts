/** For tests: the soak's world as models of Laso and of Base: thousands of orders a minute, and nodes that lag exactly as told. */
import { isJsonObject } from '../json-object.ts';
import { createModelLaso, SERVER_FAULTS, type ServerFault } from '../test-laso.ts';
import { NETWORK, PAYER, reviewOf, signedPayment } from '../test-order.ts';
import type { SoakWorld } from '../test-soak.ts';
import { createEvmEvidence } from './evidence.ts';
import { createModelChain } from './test-chain.ts';

const NODES = ['http://node/a', 'http://node/b'];

export async function createModelWorld(random: () => number): Promise<SoakWorld> {
  const chain = createModelChain();
  const laso = createModelLaso(chain, random);
  const now = (): number => chain.nowSec() * 1000;
  let serial = 0;
  const [rpcUrl = '', ...rpcFallbackUrls] = NODES;
  return {
    nodes: NODES,
    node: chain.node,
    faults: SERVER_FAULTS,
    payer: PAYER,
    now,
    tick: async (seconds) => chain.tick(seconds),
    evidence: createEvmEvidence({
      network: { ...NETWORK, rpcUrl, rpcFallbackUrls },
      fetch: chain.fetch,
      now,
    }),
    products: laso.products,
    findProduct: (body) =>
      isJsonObject(body) && typeof body['card'] === 'string' ? { cardId: body['card'] } : null,
    signIn: laso.signIn,
    cardIds: laso.cardIds,
    agentBuys: (amountCents) => void laso.agentBuys(amountCents),
    review: async (orderId, amountCents) =>
      reviewOf({
        orderId,
        amountAtomic: String(amountCents * 10_000),
        product: { kind: 'us-card', amountCents },
        reviewedAtMs: now(),
      }),
    sign: async () => {
      serial += 1;
      const nonce = `0x${serial.toString(16).padStart(64, '0')}`;
      return signedPayment({ nonce, validBeforeSec: chain.nowSec() + 300 });
    },
    send: async ({ signed, amountAtomic, product }, fault) => {
      if (!signed) throw new Error('sent without a payload');
      const order = { signed, amountAtomic, amountCents: product.amountCents };
      const answer = laso.take(
        order,
        SERVER_FAULTS.find((one): one is ServerFault => one === fault) ?? 'none',
      );
      if (fault === 'late') chain.tick(90);
      return answer;
    },
    settleWithheld: async () => laso.settleWithheld(),
    paid: async (nonce) => chain.paid(nonce),
  };
}
