import { beforeEach, expect, test } from 'vitest';
import { createChainNodes } from '#chain/chain-nodes.ts';
import { AGENT, createModelChain, GENESIS_SEC, LASO, USDC } from '#testing/chain-node.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import { accountIdOf } from '#domain/account.ts';
import { BASE } from '#domain/chain.ts';
import { purchasesOf } from '#domain/chain-purchase.ts';
import { matchTransfers } from '#domain/match-transfers.ts';
import { testCard } from '#testing/card.ts';
import { isCompared, isComplete, progressOf, transfersOf, type KeptCheck } from './kept-check.ts';
import { runChainCheck } from './run-chain-check.ts';

const URL = 'https://a.example';
const NETWORK: NetworkConfig = {
  id: BASE,
  rpcUrl: URL,
  usdc: USDC,
  payTo: [LASO],
  explorerUrl: 'https://basescan.org',
};
const timeMs = (block: number): number => (GENESIS_SEC + block * 2) * 1_000;

let model = createModelChain();
let node = model.node(URL);
beforeEach(() => {
  model = createModelChain(30_000);
  node = model.node(URL);
  model.chain.transfers.push({ block: 29_990, atomic: 5_000_000n }, { block: 12_000, atomic: 7_000_000n });
});

interface Given {
  before?: KeptCheck | null;
  sinceMs?: number;
  network?: NetworkConfig;
  /** Cancelled after so many chunks. */
  chunks?: number;
  readCards?: () => Promise<boolean>;
}

/** The last state that was handed over. */
async function check({
  before = null,
  sinceMs = timeMs(2_000),
  network = NETWORK,
  chunks = 99,
  readCards = () => Promise.resolve(true),
}: Given = {}) {
  const controller = new AbortController();
  const states: KeptCheck[] = [];
  node.answered = [];
  await runChainCheck({
    account: accountIdOf(AGENT),
    network,
    nodes: createChainNodes(network, { fetch: model.fetch, signal: controller.signal }),
    sinceMs,
    before,
    signal: controller.signal,
    wait: () => Promise.resolve(),
    now: () => timeMs(model.chain.head),
    onRead: (state) => {
      states.push(state);
      if (states.length > chunks) controller.abort();
      return Promise.resolve();
    },
    readCards,
  }).catch((error: unknown) => {
    if (!controller.signal.aborted) throw error;
  });
  const last = states.at(-1);
  if (!last) throw new Error('nothing was read');
  return last;
}
const askedBlocks = (): number => node.answered.reduce((sum, { from, to }) => sum + to - from + 1, 0);
const blocksOf = (state: KeptCheck): number[] => state.transfers.map(({ blockNumber }) => blockNumber);

test('everything since the day asked for is read, and what the wallet holds', async () => {
  const state = await check();
  expect(state).toMatchObject({ fromBlock: 2_000, head: { number: 30_000 }, walletAtomic: 4_500_000_000n });
  expect(isComplete(state)).toBe(true);
  expect(blocksOf(state)).toEqual([29_990, 12_000]);
  expect(askedBlocks()).toBe(28_001);
});

test('a cancelled check goes on where it stopped; only the newest 64 blocks are read again', async () => {
  const stopped = await check({ chunks: 1 });
  expect(progressOf(stopped)).toEqual({ doneBlocks: 10_000, allBlocks: 28_001 });
  model.chain.head += 30;
  const state = await check({ before: stopped });
  expect(askedBlocks()).toBe(28_001 - 10_000 + 30 + 64);
  expect(isComplete(state)).toBe(true);
  expect(blocksOf(state).toSorted((a, b) => a - b)).toEqual([12_000, 29_990]);
});

test('a complete check asks only for what is new, and finds what the newest blocks became', async () => {
  const before = await check();
  model.chain.transfers[0] = { block: 29_995, atomic: 5_000_000n };
  const state = await check({ before });
  expect(askedBlocks()).toBe(64);
  expect(blocksOf(state).toSorted((a, b) => a - b)).toEqual([12_000, 29_995]);
});

test('an earlier day asks for the days before, a later one for nothing; no payment is lost', async () => {
  const before = await check();
  const earlier = await check({ before, sinceMs: timeMs(1_000) });
  expect(askedBlocks()).toBe(1_000 + 64);
  const later = await check({ before: earlier, sinceMs: timeMs(20_000) });
  expect(askedBlocks()).toBe(64);
  expect(later.fromBlock).toBe(20_000);
  expect(blocksOf(later)).toContain(12_000);
  expect(transfersOf(later).map(({ blockNumber }) => blockNumber)).toEqual([29_990]);
});

test.each([
  ['another chain answers', () => (model.chain.fork = 'f'), NETWORK],
  ['the recipients in the configuration are others', () => 0, { ...NETWORK, payTo: [LASO, AGENT] }],
])('what was kept is read anew when %s', async (_what, change, network) => {
  const before = await check();
  change();
  await check({ before, network });
  expect(askedBlocks()).toBe(28_001);
});

test('a chain that begins anew under the same address is read anew', async () => {
  const before = await check();
  model.chain.head = 100;
  model.chain.transfers = [];
  const { head } = before;
  const state = await check({
    before: { ...before, head: { ...head, atMs: timeMs(50) } },
    sinceMs: timeMs(0),
  });
  expect(state.transfers).toEqual([]);
  expect(isComplete(state)).toBe(true);
});

test('nodes that are further back than what was read before stop it: nothing kept is thrown away', async () => {
  const before = await check();
  node.lagBlocks = 500;
  await expect(check({ before })).rejects.toMatchObject({ kind: 'unreachable' });
});

test('a card bought while the blocks were read is matched: the cards are read after the last block, and only then is it compared', async () => {
  // The card of the newest payment is in no list before the chain was read to its end.
  const bought = testCard({ usdAmountCents: 500, orderedAtMs: timeMs(29_990) });
  const older = testCard({ id: 'card_0', usdAmountCents: 700, orderedAtMs: timeMs(12_000) });
  let cards = [older];
  const seen: number[] = [];
  const state = await check({
    readCards: async () => {
      seen.push(askedBlocks());
      cards = [older, bought];
      return true;
    },
  });
  expect(seen).toEqual([28_001]);
  expect(isCompared(state, 0)).toBe(true);
  expect(matchTransfers(transfersOf(state), purchasesOf(cards, [])).unmatched).toEqual([]);
});

test('nothing is compared while the blocks are read, nor where the cards cannot be read again', async () => {
  const refused = await check({ readCards: () => Promise.resolve(false) });
  expect([isComplete(refused), isCompared(refused, 0)]).toEqual([true, false]);
  const failed = await check({ before: refused, readCards: () => Promise.reject(new Error('offline')) });
  expect([isComplete(failed), isCompared(failed, 0)]).toEqual([true, false]);
});

test('what a cancelled check has read is compared as well', async () => {
  const stopped = await check({ chunks: 1 });
  expect([isComplete(stopped), isCompared(stopped, 0)]).toEqual([false, true]);
});
