import { expect, test, vi } from 'vitest';
import { NETWORK, reviewOf } from '../testing/order-builders.ts';
import { createChainReader, type ChainReader } from './chain-reader.ts';
import { preflight } from './preflight.ts';

const NOW_SEC = 1_800_000_000;
const check = async (
  changes: { balance?: bigint; blockSec?: number; code?: boolean; chainId?: number } = {},
) => {
  const reader: ChainReader = {
    readUsdcBalance: async () => changes.balance ?? 50_000_000n,
    readNewestBlock: async () => ({ timestampSec: changes.blockSec ?? NOW_SEC, number: 1n }),
    hasCode: async () => changes.code ?? false,
  };
  const input = {
    review: reviewOf(),
    walletChainId: changes.chainId ?? 8453,
    reader,
    nowMs: () => NOW_SEC * 1000,
  };
  return (await preflight(input)).findings.map(({ level, code }) => `${level} ${code}`);
};

test.each<[string, Parameters<typeof check>[0], string[]]>([
  ['everything fits', {}, []],
  ['exactly enough money', { balance: 50_000_000n }, []],
  ['one atom too little', { balance: 49_999_999n }, ['stop balance']],
  ['a clock 60 seconds off', { blockSec: NOW_SEC - 60 }, []],
  ['a clock ahead', { blockSec: NOW_SEC - 61 }, ['stop clock']],
  ['a clock behind', { blockSec: NOW_SEC + 600 }, ['stop clock']],
  ['a smart-contract wallet', { code: true }, ['caution smart-wallet']],
  ['another network', { chainId: 1 }, ['stop chain']],
])('%s', async (_name, changes, expected) => expect(await check(changes)).toEqual(expected));

test('A1a: one old machine behind an address does not call a clock wrong, and the balance is of the newest block', async () => {
  const blocks = [
    { timestampSec: NOW_SEC - 400, number: 1n },
    { timestampSec: NOW_SEC - 2, number: 200n },
  ];
  const at: (bigint | undefined)[] = [];
  const reader: ChainReader = {
    readNewestBlock: async () => blocks.shift() ?? { timestampSec: NOW_SEC - 400, number: 1n },
    readUsdcBalance: async (_address, block) => {
      at.push(block);
      return 50_000_000n;
    },
    hasCode: async (_address, block) => {
      at.push(block);
      return false;
    },
  };
  const input = { review: reviewOf(), walletChainId: 8453, reader, nowMs: () => NOW_SEC * 1000 };
  expect((await preflight(input)).findings).toEqual([]);
  expect(at).toEqual([200n, 200n]);
});

test('a missing RPC address names the key the operator must set', () =>
  expect(() => createChainReader({ ...NETWORK, rpcUrl: '' })).toThrow('networks[eip155:8453].rpcUrl'));

test('a chain that cannot be read is an error, not a balance of nothing', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const reader = createChainReader({ ...NETWORK, rpcUrl: 'https://node.test' });
  await expect(reader.readUsdcBalance(reviewOf().payer)).rejects.toMatchObject({ kind: 'rpc' });
  vi.unstubAllGlobals();
});
