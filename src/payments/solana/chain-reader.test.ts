import { describe, expect, test } from 'vitest';
import { createSolanaReader } from './chain-reader.ts';
import { TOKEN_PROGRAM } from './programs.ts';
import { answered } from '../testing/solana/ledger.ts';
import { networkAt } from '../testing/solana/order.ts';

const [A, B] = ['http://127.0.0.1:1/a', 'http://127.0.0.1:1/b'] as const;
const [NEWEST, FINAL] = [1_032, 1_000];

/** Nodes that know the time of some slots. */
const readerOf = (times: Record<string, Record<number, number | null>>) =>
  createSolanaReader({ ...networkAt(A), rpcFallbackUrls: [B] }, async (url, init) =>
    answered(init, ({ method, params: [first] }) => {
      if (method === 'getSlot') return Object(first).commitment === 'finalized' ? FINAL : NEWEST;
      const time = times[url]?.[Number(first)];
      if (time === undefined) throw new Error('Block not available for slot');
      return time;
    }),
  );

test.each([
  ['of the newest block', { [A]: { [NEWEST]: 1_700, [FINAL]: 1_687 } }, 1_700, NEWEST],
  [
    'of the newest final block, where a node knows none of the newest',
    { [A]: { [FINAL]: 1_687 } },
    1_687,
    FINAL,
  ],
  [
    'by the next node, where the first one says none',
    { [A]: { [NEWEST]: null }, [B]: { [NEWEST]: 1_701 } },
    1_701,
    NEWEST,
  ],
])('chain time is that %s', async (_what, times, timestampSec, slot) => {
  expect(await readerOf(times).readNewestBlock()).toEqual({ timestampSec, slot });
});

test('a time that no block can have is none', async () => {
  await expect(readerOf({ [A]: { [NEWEST]: 9e15, [FINAL]: -5 } }).readNewestBlock()).rejects.toMatchObject({
    kind: 'rpc',
  });
});

describe('A1a: a balance is of the slot that was asked for, or it is not read', () => {
  const OWNER = 'CKf31tw1TTfFXWZ9mVV3mMJBPiSCyVmMsfdzbWhXGxb9';
  /** Machines that answer in turn, each at its slot with its balance. */
  const balanceBy = (machines: [slot: number, atomic: bigint][], heeds: boolean) => {
    let calls = 0;
    const reader = createSolanaReader(networkAt(A), async (_url, init) =>
      answered(init, ({ params: [, options] }) => {
        const [slot, atomic] = machines[calls++ % machines.length] ?? [0, 0n];
        if (heeds && Object(options).minContextSlot > slot) throw new Error('not reached');
        const data = new Uint8Array(165);
        new DataView(data.buffer).setBigUint64(64, atomic, true);
        const value = { owner: TOKEN_PROGRAM, data: [Buffer.from(data).toString('base64'), 'base64'] };
        return { context: { slot }, value };
      }),
    );
    return reader.readUsdcBalance(OWNER, NEWEST);
  };
  test('by a machine that has come so far', async () => {
    const machines: [number, bigint][] = [
      [NEWEST - 500, 1n],
      [NEWEST + 1, 2n],
    ];
    expect(await balanceBy(machines, true)).toBe(2n);
  });
  test.each([true, false])('not by one that has not (it heeds the slot asked for: %s)', async (heeds) => {
    await expect(balanceBy([[NEWEST - 500, 1n]], heeds)).rejects.toMatchObject({ kind: 'rpc' });
  });
});

test('without chain time there is no payment: a clock that cannot be checked does not count as right', async () => {
  await expect(readerOf({}).readNewestBlock()).rejects.toMatchObject({
    kind: 'rpc',
    message: expect.stringMatching(/what time it is.*clock cannot be checked.*Nothing was paid/),
  });
});
