import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NetworkConfig } from '#config/config-schema.ts';
import type { ChainTransfer } from '#domain/chain-purchase.ts';
import { BASE } from '#domain/chain.ts';
import { createChainNodes } from './chain-nodes.ts';
import { scanTransfers } from './scan-transfers.ts';
import { AGENT, createModelChain, GENESIS_SEC, LASO, USDC, type ModelNode } from '#testing/chain-node.ts';
import { usdcBalanceOf } from './usdc-transfers.ts';

const A = 'https://a.example';
const B = 'https://b.example';
const NETWORK: NetworkConfig = {
  id: BASE,
  rpcUrl: A,
  usdc: USDC,
  payTo: [LASO],
  explorerUrl: 'https://basescan.org',
};
const HEAD = 20_000;

/** Reads the blocks up to the newest reported one; rejects when they could not be read. */
async function scanned(node: Partial<ModelNode>, paidIn: readonly number[]) {
  const model = createModelChain(HEAD);
  model.chain.busy = true;
  model.chain.transfers.push(...paidIn.map((block) => ({ block, atomic: BigInt(block) })));
  model.node(A, node);
  const nodes = createChainNodes(NETWORK, { fetch: model.fetch });
  const head = await nodes.newestBlock();
  const found: ChainTransfer[] = [];
  for await (const { transfers } of scanTransfers({
    nodes,
    filter: { usdc: USDC, from: AGENT, payTo: [LASO] },
    ranges: [{ from: 0, to: head.number }],
    signal: new AbortController().signal,
    wait: () => Promise.resolve(),
  }))
    found.push(...transfers);
  const known = paidIn.filter((block) => block <= head.number);
  return { found: found.map(({ blockNumber }) => blockNumber).toSorted((a, b) => a - b), known };
}

describe('A1a: logs of a machine that does not have the blocks yet are not "no payment"', () => {
  test('where it answers all questions for logs, nothing is read', async () => {
    const old = {
      machinesLag: [0, 400],
      pick: (_nth: number, method: string) => Number(method === 'eth_getLogs'),
    };
    await expect(scanned(old, [HEAD - 10])).rejects.toMatchObject({ kind: 'unreachable' });
  });
  test('where it answers some of them, the others are asked for until all is read', async () => {
    const { found } = await scanned({ machinesLag: [0, 0, 0, 400, 0], pick: (nth) => nth }, [HEAD - 10, 3]);
    expect(found).toEqual([3, HEAD - 10]);
  });
  test('whichever machine answers what: all there is, or an error', async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: HEAD - 700, max: HEAD }), { maxLength: 5 }),
        fc.array(fc.constantFrom(0, 0, 1, 5, 60, 500), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 24 }),
        fc.constantFrom(300, 100_000),
        async (paidIn, machinesLag, picks, longest) => {
          const node = { machinesLag, longest, pick: (nth: number) => picks[nth % picks.length] ?? 0 };
          const result = await scanned(node, paidIn).catch(() => null);
          if (!result) return;
          read += 1;
          expect(result.found).toEqual(result.known.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 150 },
    );
    expect(read).toBeGreaterThan(20);
  });
});

test('A1a: a balance is of the block that was asked for, or it is not read', async () => {
  const model = createModelChain(HEAD);
  model.node(A, { lagBlocks: 5 });
  const nodes = createChainNodes(NETWORK, { fetch: model.fetch });
  const at = (atBlock: number) => nodes.ask((node) => usdcBalanceOf(node, USDC, { address: AGENT, atBlock }));
  expect(await at(HEAD - 5)).toBe(4_500_000_000n);
  await expect(at(HEAD)).rejects.toMatchObject({ kind: 'refused' });
});

describe('A5: one node that tells an odd newest block', () => {
  /** The second node's newest block is this. */
  const withOdd = (number: number, atSec: number) => {
    const model = createModelChain(HEAD);
    model.node(A);
    const network = { ...NETWORK, rpcUrl: B, rpcFallbackUrls: [A] };
    model.node(B);
    return createChainNodes(network, {
      now: () => (GENESIS_SEC + HEAD * 2) * 1_000,
      fetch: async (url, init) => {
        const { method } = JSON.parse(String(init.body));
        if (url !== B || method !== 'eth_getBlockByNumber') return model.fetch(url, init);
        const result = { number: `0x${number.toString(16)}`, timestamp: `0x${atSec.toString(16)}` };
        return Response.json({ jsonrpc: '2.0', id: 1, result });
      },
    });
  };
  test.each([
    ['a thousand years ahead', GENESIS_SEC + 31_536_000_000],
    ['of no time at all', 4e15],
  ])('%s: it is not believed', async (_what, atSec) => {
    expect((await withOdd(0xff_ffff_ffff, atSec).newestBlock()).number).toBe(HEAD);
  });
});
