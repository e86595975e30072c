import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rpc } from '#chain/json-rpc.ts';
import { endOfBlockhash } from './blockhash-end.ts';
import { BLOCKHASH_LIFE_BLOCKS } from './programs.ts';
import { answerOf, archive, blockhashOf, type LedgerNode } from '../testing/solana/ledger.ts';

/** The height of the blockhash's own block. */
const MADE = 5_000;
const END = MADE + BLOCKHASH_LIFE_BLOCKS;

/** An address with these machines behind it; which one answers a call is picked by its number. */
function nodeOf(machines: Partial<LedgerNode>[], picks: readonly number[] = [0]) {
  let calls = 0;
  const rpc: Rpc = async (method, params) => {
    const pick = picks[calls++ % picks.length] ?? 0;
    const machine = archive(machines[pick % machines.length] ?? {});
    return answerOf(machine, { mined: [], headSec: 0 }, { method, params });
  };
  return { url: 'http://127.0.0.1:1', rpc };
}

const endOf = (nodes: ReturnType<typeof nodeOf>[], named?: number) =>
  endOfBlockhash(nodes, blockhashOf(MADE), { wait: async () => undefined, named });

describe('A1b: the end is never before the last block that the payment can be in', () => {
  test('where the height is of a machine from before the blockhash', async () => {
    const old = nodeOf([{ height: MADE + 10 }, { height: MADE - 390 }], [0, 1]);
    await expect(endOf([old])).rejects.toMatchObject({ kind: 'rpc' });
  });
  test('where such a machine does not heed the slot asked for', async () => {
    const machines = [{ height: MADE + 10 }, { height: MADE - 390, heedsMinSlot: false }];
    await expect(endOf([nodeOf(machines, [0, 1])])).rejects.toMatchObject({
      kind: 'rpc',
      message: expect.stringContaining('Nothing was signed'),
    });
  });
  test('where a machine that knows the blockhash answers in time', async () => {
    const machines = [{ height: MADE + 10 }, { height: MADE - 390 }];
    const end = await endOf([nodeOf(machines, [0, 1, 0, 0])]);
    expect(end.lastValidBlockHeight).toBe(END + 10);
  });
  test('where the server itself names a later one', async () => {
    await expect(endOf([nodeOf([{ height: MADE + 10 }])], END + 11)).rejects.toMatchObject({ kind: 'rpc' });
    expect(await endOf([nodeOf([{ height: MADE + 10 }])], END + 10)).toEqual({
      lastValidBlockHeight: END + 10,
    });
  });
  test('whichever machine behind which address answers what', async () => {
    const machines = fc.array(fc.integer({ min: MADE - 600, max: MADE + 300 }), {
      minLength: 1,
      maxLength: 3,
    });
    const picks = fc.array(fc.nat(2), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(machines, machines, picks, fc.boolean(), async (one, two, order, heedsMinSlot) => {
        const nodes = [one, two].map((heights) =>
          nodeOf(
            heights.map((height) => ({ height, heedsMinSlot })),
            order,
          ),
        );
        const end = await endOf(nodes).catch(() => null);
        if (end !== null) expect(end.lastValidBlockHeight).toBeGreaterThanOrEqual(END);
      }),
      { numRuns: 500 },
    );
  });
});

describe('A5: a height that cannot be is not signed for', () => {
  const honest = () => nodeOf([{ height: MADE + 10 }]);
  const saying = (blockHeight: number, absoluteSlot = blockHeight) => {
    const answers: Record<string, unknown> = {
      getEpochInfo: { blockHeight, absoluteSlot },
      getBlockHeight: blockHeight,
      isBlockhashValid: { context: { slot: 1 }, value: true },
    };
    return { url: '', rpc: async (method: string) => answers[method] };
  };
  test.each([9e15, 1_000_000, MADE + 10 + 151, MADE + 10 - 151])(
    'beside an honest node another one says %d',
    async (height) => {
      await expect(endOf([honest(), saying(height)])).rejects.toMatchObject({
        kind: 'rpc',
        message: expect.stringMatching(/cannot be right together.*Nothing was signed/),
      });
    },
  );
  test.each([
    ['9e15, alone', saying(9e15)],
    ['one above its slot, alone', saying(6_000, 5_999)],
    ['1e300', saying(1e300)],
  ])('%s', async (_what, node) => {
    await expect(endOf([node])).rejects.toMatchObject({ kind: 'rpc' });
  });
  test('two nodes that are some blocks apart are right together: the later end counts', async () => {
    const nodes = [nodeOf([{ height: MADE + 150 }]), nodeOf([{ height: MADE }])];
    expect(await endOf(nodes)).toEqual({ lastValidBlockHeight: MADE + 300 });
  });
});
