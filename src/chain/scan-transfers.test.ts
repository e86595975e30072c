import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NetworkConfig } from '#config/config-schema.ts';
import { countBlocks, joined, type BlockRange } from '#domain/block-ranges.ts';
import type { ChainTransfer } from '#domain/chain-purchase.ts';
import { BASE } from '#domain/chain.ts';
import { createChainNodes } from './chain-nodes.ts';
import { scanTransfers } from './scan-transfers.ts';
import { AGENT, createModelChain, GENESIS_SEC, LASO, USDC, type ModelNode } from '#testing/chain-node.ts';

const A = 'https://a.example';
const B = 'https://b.example';
const NETWORK: NetworkConfig = {
  id: BASE,
  rpcUrl: A,
  rpcFallbackUrls: [B],
  usdc: USDC,
  payTo: [LASO],
  explorerUrl: 'https://basescan.org',
};

interface Scene {
  head?: number;
  a?: Partial<ModelNode>;
  b?: Partial<ModelNode>;
  ranges?: BlockRange[];
}

function scene({ head = 100_000, a = {}, b = {}, ranges }: Scene = {}) {
  const model = createModelChain(head);
  const nodeA = model.node(A, a);
  const nodeB = model.node(B, b);
  const waits: number[] = [];
  const controller = new AbortController();
  const nodes = createChainNodes(NETWORK, { fetch: model.fetch, signal: controller.signal });
  const chunks: BlockRange[] = [];
  const found: ChainTransfer[] = [];
  async function scan(onChunk: () => unknown = () => undefined): Promise<void> {
    for await (const chunk of scanTransfers({
      nodes,
      filter: { usdc: USDC, from: AGENT, payTo: [LASO] },
      ranges: ranges ?? [{ from: 0, to: head }],
      signal: controller.signal,
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    })) {
      chunks.push(chunk.range);
      found.push(...chunk.transfers);
      onChunk();
    }
  }
  return { model, nodeA, nodeB, scan, chunks, found, waits, abort: () => controller.abort() };
}

test('every transfer is found once, the newest blocks first, with its chain time', async () => {
  const { model, scan, chunks, found } = scene();
  model.chain.transfers.push(
    { block: 0, atomic: 5n },
    { block: 99_999, atomic: 7n },
    { block: 100_000, atomic: 9n },
  );
  await scan();
  expect(found.map(({ amountAtomic }) => amountAtomic)).toEqual([7n, 9n, 5n]);
  expect(found[2]).toMatchObject({ blockNumber: 0, atMs: GENESIS_SEC * 1_000, payTo: LASO });
  expect(joined(chunks)).toEqual([{ from: 0, to: 100_000 }]);
  expect(countBlocks(chunks)).toBe(100_001);
  expect(chunks[0]?.to).toBe(100_000);
});

test('a node that does not write times into logs is asked for the block', async () => {
  const { model, nodeA, scan, found } = scene({ head: 50, a: { tellsTime: false } });
  model.chain.transfers.push({ block: 7, atomic: 5n });
  await scan();
  expect(found[0]?.atMs).toBe((GENESIS_SEC + 14) * 1_000);
  expect(nodeA.calls).toContain('eth_getBlockByNumber');
});

test('transfers outside the requested range or address are left out', async () => {
  const { model, scan, found } = scene({ head: 50 });
  model.chain.transfers.push({ block: 7, atomic: 5n, to: AGENT }, { block: 8, atomic: 6n, from: LASO });
  await scan();
  expect(found).toEqual([]);
});

test('a node with a limit of blocks is asked for ranges it takes, without running into the limit all the time', async () => {
  const { nodeA, scan, chunks } = scene({ a: { longest: 1_000 } });
  await scan();
  expect(countBlocks(joined(chunks))).toBe(100_001);
  const asked = nodeA.calls.filter((method) => method === 'eth_getLogs').length;
  expect(nodeA.answered.length).toBe(chunks.length);
  expect(asked / nodeA.answered.length).toBeLessThan(1.15);
  expect(nodeA.answered.length).toBeLessThan(250);
});

test('a node with a limit of logs is asked for less where there are many', async () => {
  const { model, scan, found } = scene({ a: { mostLogs: 3 } });
  for (let block = 40_000; block < 40_040; block += 1)
    model.chain.transfers.push({ block, atomic: BigInt(block) });
  await scan();
  expect(new Set(found.map(({ blockNumber }) => blockNumber)).size).toBe(40);
  expect(found).toHaveLength(40);
});

test.each([
  ['is down', { down: true }],
  ['is of another network', { chainId: 1 }],
  ['does not know eth_getLogs', { longest: 0 }],
  ['lags behind the blocks that are wanted', { lagBlocks: 50 }],
])('a node that %s is passed over for the next one', async (_what, a) => {
  const { model, scan, found, chunks, nodeA } = scene({ head: 30_000, a });
  model.chain.transfers.push({ block: 29_990, atomic: 5n });
  await scan();
  expect(found).toHaveLength(1);
  expect(countBlocks(joined(chunks))).toBe(30_001);
  expect(nodeA.answered.filter(({ to }) => to > 29_950)).toEqual([]);
  expect(chunks.length).toBeLessThan(20);
});

test('a node that asks for patience gets as much as it asked for', async () => {
  const { scan, chunks, waits } = scene({ head: 100, a: { busy: 3 }, b: { down: true } });
  await scan();
  expect(waits).toEqual([7_000, 7_000, 7_000]);
  expect(joined(chunks)).toEqual([{ from: 0, to: 100 }]);

  const busy = scene({ head: 100, a: { busy: 99 }, b: { busy: 99 } });
  await expect(busy.scan()).rejects.toMatchObject({ kind: 'busy' });
  expect(busy.waits).toEqual([7_000, 7_000, 7_000, 8_000]);
});

test('when no node answers any more the scan ends after some tries, and what was read was handed over', async () => {
  const { nodeA, nodeB, scan, chunks, waits } = scene();
  const scanning = scan(() => {
    nodeA.down = chunks.length === 3;
    nodeB.down = chunks.length === 3;
  });
  await expect(scanning).rejects.toMatchObject({ kind: 'unreachable' });
  expect(waits).toHaveLength(4);
  expect(chunks).toHaveLength(3);
  expect(countBlocks(joined(chunks))).toBe(30_000);
});

test('when the only node refuses even one block, that is the reason', async () => {
  const { scan } = scene({ a: { longest: 0 }, b: { down: true } });
  await expect(scan()).rejects.toMatchObject({ kind: 'refused' });
});

test('an abort ends it with the reason of the abort', async () => {
  const { scan, chunks, abort } = scene();
  await expect(scan(() => chunks.length === 2 && abort())).rejects.toMatchObject({ name: 'AbortError' });
  expect(chunks).toHaveLength(2);
});

test('whatever limits nodes have and whichever blocks are missing, each transfer there is found once, elsewhere none', async () => {
  const limit = fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 700 }));
  await fc.assert(
    fc.asyncProperty(
      limit,
      limit,
      fc.uniqueArray(fc.integer({ min: 0, max: 3_000 }), { maxLength: 40 }),
      fc.tuple(fc.integer({ min: 0, max: 1_400 }), fc.integer({ min: 1_500, max: 3_000 })),
      async (longest, mostLogs, blocks, [until, since]) => {
        const ranges = [
          { from: 0, to: until },
          { from: since, to: 3_000 },
        ];
        const { model, scan, found } = scene({ head: 3_000, a: { longest, mostLogs }, ranges });
        for (const block of blocks) model.chain.transfers.push({ block, atomic: BigInt(block + 1) });
        await scan();
        const wanted = blocks.filter((block) => block <= until || block >= since);
        expect(found.map(({ blockNumber }) => blockNumber).toSorted((a, b) => a - b)).toEqual(
          wanted.toSorted((a, b) => a - b),
        );
      },
    ),
    { numRuns: 60 },
  );
});
