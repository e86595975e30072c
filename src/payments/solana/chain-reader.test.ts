import { expect, test } from 'vitest';
import { createSolanaReader } from './chain-reader.ts';
import { answered } from './test-ledger.ts';
import { networkAt } from './test-order.ts';

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
  ['of the newest block', { [A]: { [NEWEST]: 1_700, [FINAL]: 1_687 } }, 1_700],
  ['of the newest final block, where a node knows none of the newest', { [A]: { [FINAL]: 1_687 } }, 1_687],
  [
    'by the next node, where the first one says none',
    { [A]: { [NEWEST]: null }, [B]: { [NEWEST]: 1_701 } },
    1_701,
  ],
])('chain time is that %s', async (_what, times, timestampSec) => {
  expect(await readerOf(times).readNewestBlock()).toEqual({ timestampSec });
});

test('without chain time there is no payment: a clock that cannot be checked does not count as right', async () => {
  await expect(readerOf({}).readNewestBlock()).rejects.toMatchObject({
    kind: 'rpc',
    message: expect.stringMatching(/what time it is.*clock cannot be checked.*Nothing was paid/),
  });
});
