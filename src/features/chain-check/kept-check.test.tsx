import { expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { deleteChainChecks, loadChainCheck, saveChainCheck } from '#storage/chain-checks.ts';
import { isCompared, keepCheck, readKeptCheck, type KeptCheck } from './kept-check.ts';

const ACCOUNT = accountIdOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc');
const OTHER = accountIdOf('0x9965507d1a55bcc2695c58ba16fb37d819b0a4dd');
const CHECK: KeptCheck = {
  version: 1,
  usdc: '0x1',
  payTo: ['0x2'],
  sinceMs: 1,
  fromBlock: 2,
  head: { number: 100, atMs: 3 },
  startedAtMs: 3,
  anchor: { number: 36, hash: '0xaa' },
  read: [{ from: 50, to: 100 }],
  transfers: [
    {
      transaction: '0xbb',
      logIndex: 0,
      blockNumber: 60,
      atMs: 5,
      amountAtomic: 12_345_678_901_234_567n,
      payTo: '0x2',
    },
  ],
  walletAtomic: 0n,
  readAtMs: 6,
  comparedFromMs: 7,
};

test('what is kept comes back as it was, and is text that JSON can hold', async () => {
  await keepCheck(ACCOUNT, 'base', CHECK);
  expect(await readKeptCheck(ACCOUNT, 'base')).toEqual(CHECK);
  expect(JSON.stringify(await loadChainCheck(ACCOUNT, 'base'))).toContain('"12345678901234567"');
});

test('with its account it goes, on every network, and no other account’s', async () => {
  for (const network of ['base', 'other']) await keepCheck(ACCOUNT, network, CHECK);
  await keepCheck(OTHER, 'base', CHECK);
  await deleteChainChecks(ACCOUNT);
  expect(await readKeptCheck(ACCOUNT, 'base')).toBeNull();
  expect(await readKeptCheck(ACCOUNT, 'other')).toBeNull();
  expect(await readKeptCheck(OTHER, 'base')).toEqual(CHECK);
});

test('what another version or a damaged disk left is nothing', async () => {
  await saveChainCheck(ACCOUNT, 'base', { ...CHECK, version: 2 });
  expect(await readKeptCheck(ACCOUNT, 'base')).toBeNull();
  await saveChainCheck(ACCOUNT, 'base', { ...CHECK, transfers: [{ amountAtomic: 'many' }] });
  expect(await readKeptCheck(ACCOUNT, 'base')).toBeNull();
});

test('what an earlier version kept was not compared, until a page is opened after it', async () => {
  const { comparedFromMs: _none, ...earlier } = CHECK;
  await saveChainCheck(ACCOUNT, 'base', { ...earlier, transfers: [], walletAtomic: null });
  const kept = await readKeptCheck(ACCOUNT, 'base');
  expect(kept?.comparedFromMs).toBeNull();
  expect(kept && [isCompared(kept, CHECK.readAtMs), isCompared(kept, CHECK.readAtMs + 1)]).toEqual([
    false,
    true,
  ]);
});
