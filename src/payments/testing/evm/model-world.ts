/** For tests: the soak's world as models of Laso and of Base: thousands of orders a minute, and balancers whose machines lag exactly as told. */
import { isJsonObject } from '../../quote/json-object.ts';
import type { ProductEvidence } from '../../reconcile/evidence.ts';
import { createModelLaso, SERVER_FAULTS, type ServerFault } from '../model-laso.ts';
import { NETWORK, PAYER, reviewOf, signedPayment } from '../order-builders.ts';
import type { SoakNode, SoakWorld } from '../soak-world.ts';
import { sendPaid, type PaidAnswer } from '../../quote/transport.ts';
import { createEvmEvidence } from '../../evm/evidence.ts';
import { createModelChain } from './chain.ts';

const NODES = ['http://node/a', 'http://node/b'];
/** What stands between the page and Laso does by itself. */
const FRONT_FAULTS = ['gateway before', 'gateway after', 'replayed before', 'replayed after'] as const;
const READ_FAULTS = ['list unreadable', 'list replayed'] as const;
const GATEWAY_STATUSES = [200, 401, 403, 404, 502, 503];

export async function createModelWorld(random: () => number): Promise<SoakWorld> {
  const chain = createModelChain();
  const laso = createModelLaso(chain, random);
  const now = (): number => chain.nowSec() * 1000;
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const [rpcUrl = '', ...rpcFallbackUrls] = NODES;
  const nodes = new Map<string, SoakNode>();
  const answers: PaidAnswer[] = [];
  const lists: Awaited<ReturnType<ProductEvidence['list']>>[] = [];
  const bought = new Map<string, string | null>();
  let reading: readonly string[] = [];
  let serial = 0;

  /** Each request meets one of the machines. The model's own nodes answer for blocks that they do not have: real ones refuse. */
  async function ask(url: string, init: RequestInit): Promise<Response> {
    const { down = true, lagsSec = [] } = nodes.get(url) ?? {};
    chain.node(url, { down, lagSec: pick(lagsSec) ?? 0 });
    const { method, params } = JSON.parse(String(init.body));
    if (method !== 'eth_call') return chain.fetch(url, init);
    const head = { jsonrpc: '2.0', id: 1, method: 'eth_getBlockByNumber', params: [params[1], false] };
    const { result } = await (await chain.fetch(url, { ...init, body: JSON.stringify(head) })).json();
    if (result !== null) return chain.fetch(url, init);
    return Response.json({ jsonrpc: '2.0', id: 1, error: { code: -32_000, message: 'header not found' } });
  }

  const gateway = async (): Promise<PaidAnswer> => {
    const status = pick(GATEWAY_STATUSES) ?? 403;
    const page =
      random() < 0.5
        ? new Response('<html></html>', { status })
        : Response.json({ message: 'No' }, { status });
    return sendPaid('http://laso', signedPayment(), { fetch: async () => page });
  };

  const send: SoakWorld['send'] = async ({ signed, amountAtomic, product }, faults) => {
    if (!signed) throw new Error('sent without a payload');
    const order = { signed, amountAtomic, amountCents: product.amountCents };
    const cached = pick(answers.slice(-4));
    if (faults.includes('gateway before')) return gateway();
    if (faults.includes('replayed before') && cached) return cached;
    const fault = SERVER_FAULTS.find((one): one is ServerFault => faults.includes(one)) ?? 'none';
    const before = new Set(laso.cardIds());
    const answer = laso.take(order, fault);
    const card = laso.cardIds().find((id) => !before.has(id));
    if (card !== undefined || !bought.has(signed.nonce)) bought.set(signed.nonce, card ?? null);
    if (fault === 'late') chain.tick(90);
    if (answer.kind === 'answered' && answer.status === 200) answers.push(answer);
    if (faults.includes('gateway after')) return gateway();
    return faults.includes('replayed after') && cached ? cached : answer;
  };

  return {
    chains: [
      {
        network: NETWORK.id,
        payer: PAYER,
        nodes: NODES,
        node: (url, state) => void nodes.set(url, state),
        evidence: createEvmEvidence({ network: { ...NETWORK, rpcUrl, rpcFallbackUrls }, fetch: ask, now }),
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
        paid: async (nonce) => chain.paid(nonce),
      },
    ],
    faults: [...SERVER_FAULTS, ...FRONT_FAULTS],
    readFaults: READ_FAULTS,
    now,
    tick: async (seconds) => chain.tick(seconds),
    products: {
      list: async (row) => {
        const earlier = pick(lists);
        if (laso.isSignedIn() && reading.includes('list unreadable')) return { kind: 'unreadable' };
        if (laso.isSignedIn() && reading.includes('list replayed') && earlier) return earlier;
        const listing = await laso.products.list(row);
        if (listing.kind === 'listed') lists.push(listing);
        return listing;
      },
    },
    findProduct: () => (body) =>
      isJsonObject(body) && typeof body['card'] === 'string' ? { cardId: body['card'] } : null,
    signIn: laso.signIn,
    reading: (faults) => {
      reading = faults;
    },
    cardIds: laso.cardIds,
    // What was withheld is made without a name.
    brought: ({ nonce }) => bought.get(nonce) ?? undefined,
    agentBuys: (amountCents) => void laso.agentBuys(amountCents),
    send,
    settleWithheld: async () => laso.settleWithheld(),
  };
}
