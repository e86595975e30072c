/**
 * For tests: the soak's world as the sandbox itself: its API over HTTP with its own faults, real signatures, settlement on anvil, and evidence read
 * from that chain through nodes that fail or lag.
 */
import type { Sandbox } from '#sandbox/app.ts';
import type { FaultKind } from '#sandbox/control/faults.ts';
import { accountIdOf } from '#domain/account.ts';
import type { PaymentRow } from '../payment-row.ts';
import type { SoakWorld } from '../test-soak.ts';
import { sendPaid, type PaidAnswer } from '../transport.ts';
import { createEvmEvidence } from './evidence.ts';
import { ACCOUNT, fakeWallet } from './fake-wallet.ts';
import { createEvmSigner } from './signer.ts';
import { baseNetworkOf, cardIn, reviewAt } from './test-paying.ts';

/** What the sandbox can do to a payment (sandbox/README.md, "Faults"), each about as likely. */
const FAULTS: readonly FaultKind[] = [
  'drop-before',
  'drop-after-settlement',
  'error-before-settlement',
  'error-after-settlement',
  'settlement-failure',
  'settlement-pending',
  'second-challenge',
  'frozen-after-settlement',
  'duplicate',
  'malformed-json',
  'slow',
  'rate-limited',
  'expired-token',
  'frozen',
];
const NODES = ['http://node/a', 'http://node/b'];
const [FIRST_NODE = '', ...OTHER_NODES] = NODES;
const account = accountIdOf(ACCOUNT.address);
/** Longer than any timer: only `settleWithheld` ends it. */
const HELD_MS = 2 ** 40;
const RICH = 10n ** 15n;

/** Time for everything in this process, sandbox and x402's own client included, moved beside the chain's. */
export interface MovedClock {
  now(): number;
  tick(seconds: number): Promise<void>;
  restore(): void;
}

export function moveClock({ chain }: Sandbox): MovedClock {
  const real = Date.now;
  let movedMs = 0;
  Date.now = () => real.call(Date) + movedMs;
  return {
    now: () => Date.now(),
    tick: async (seconds) => {
      if (seconds <= 0) return;
      movedMs += seconds * 1000;
      await chain.advance(seconds);
    },
    restore: () => {
      Date.now = real;
    },
  };
}

/** One batch's world; several share a sandbox and its clock, one after the other. */
export async function createSandboxWorld(
  sandbox: Sandbox,
  clock: MovedClock,
  random: () => number,
): Promise<SoakWorld> {
  const { faults, held, waiting, store, switches, chain } = sandbox;
  const nodes = new Map<string, { down: boolean; lagSec: number }>();
  const base = baseNetworkOf(sandbox.config);
  const network = { ...base, rpcUrl: FIRST_NODE, rpcFallbackUrls: OTHER_NODES };
  const chance = (share: number): boolean => random() < share;
  let signedIn = true;

  store.clear();
  faults.clear();
  // What is still held is of an earlier batch: it was never to come.
  held.clear();
  switches.x402Version = chance(0.3) ? 1 : 2;
  switches.paymentIdentifier = switches.x402Version === 2 && chance(0.3);
  await chain.fund(ACCOUNT.address, RICH);

  const cards = () => store.cardsOf(account);

  async function send(row: PaymentRow, fault: string): Promise<PaidAnswer> {
    if (!row.signed) throw new Error('sent without a payload');
    const kind = FAULTS.find((one) => one === fault);
    if (kind) faults.add({ route: 'get-card', kind, ...detailsOf(kind) });
    const patience = new AbortController();
    const waited = waiting.size();
    const answer = sendPaid(row.requestUrl, row.signed, {
      fetch: (url, init) => fetch(url, { ...init, signal: patience.signal }),
    });
    if (kind === 'slow') {
      // Gives up as soon as the server is silent, and not a minute and a half later.
      await until(() => waiting.size() > waited);
      patience.abort();
    }
    const come = await answer;
    faults.clear();
    return come;
  }

  const detailsOf = (kind: FaultKind) => ({
    ...(kind !== 'duplicate' && { when: 'payment' as const }),
    ms: HELD_MS,
    orderMade: chance(0.5),
    settled: chance(0.5),
    before: chance(0.5),
  });

  return {
    nodes: NODES,
    node: (url, state) => void nodes.set(url, state),
    faults: FAULTS,
    payer: ACCOUNT.address,
    now: clock.now,
    tick: clock.tick,
    evidence: createEvmEvidence({
      network,
      now: clock.now,
      fetch: (url, init) => asNode(sandbox.rpcUrl, nodes.get(url), init),
    }),
    products: {
      list: async () =>
        signedIn
          ? {
              kind: 'listed',
              products: cards().map(({ cardId, usdAmountCents, orderedAt }) => ({
                id: cardId,
                kind: 'us-card',
                amountCents: usdAmountCents,
                orderedAtMs: orderedAt,
              })),
            }
          : { kind: 'signed-out' },
    },
    findProduct: cardIn,
    signIn: (yes) => {
      signedIn = yes;
    },
    cardIds: () => cards().map(({ cardId }) => cardId),
    agentBuys: (amountCents) => void store.orderUsCard(account, amountCents),
    review: async (orderId, amountCents) => ({
      ...(await reviewAt(sandbox.config, { cents: amountCents, nowMs: clock.now })),
      orderId,
    }),
    sign: (review) =>
      createEvmSigner({
        review,
        connection: { address: ACCOUNT.address, provider: fakeWallet() },
        now: clock.now,
      }).sign(),
    send,
    settleWithheld: async () => {
      const answered = sandbox.log.list().length;
      const released = waiting.release();
      await until(() => sandbox.log.list().length >= answered + released);
      sandbox.log.clear();
      if (chance(0.7)) await held.mine();
    },
    paid: (nonce) => chain.authorizationUsed(ACCOUNT.address, `0x${nonce.slice(2)}`),
  };
}

/** The chain's own node as one that is down, or that is some time behind. */
async function asNode(
  rpcUrl: string,
  state: { down: boolean; lagSec: number } | undefined,
  init: RequestInit,
): Promise<Response> {
  if (state?.down) throw new TypeError('Failed to fetch');
  if (!state?.lagSec) return fetch(rpcUrl, init);
  const { method, params } = JSON.parse(String(init.body));
  const headSec = Date.now() / 1000 - state.lagSec;
  const block = async (number: string): Promise<{ number: string; timestamp: string }> =>
    ask(rpcUrl, 'eth_getBlockByNumber', [number, false]);
  if (method === 'eth_getBlockByNumber' && params[0] === 'latest') {
    let seen = await block('latest');
    while (Number(seen.timestamp) > headSec && Number(seen.number) > 0)
      seen = await block(`0x${(Number(seen.number) - 1).toString(16)}`);
    return Response.json({ jsonrpc: '2.0', id: 1, result: seen });
  }
  const answer = await fetch(rpcUrl, init);
  if (method !== 'eth_getTransactionReceipt') return answer;
  const { result } = await answer.json();
  const mined = result && (await block(result.blockNumber));
  const isSeen = mined && Number(mined.timestamp) <= headSec;
  return Response.json({ jsonrpc: '2.0', id: 1, result: isSeen ? result : null });
}

async function ask(rpcUrl: string, method: string, params: unknown[]) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const answer = await fetch(rpcUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  return (await answer.json()).result;
}

/** Looks at every turn of the event loop. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error('The sandbox did not come to what was waited for.');
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
