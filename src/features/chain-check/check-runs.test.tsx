import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { AGENT, createModelChain, GENESIS_SEC, LASO, USDC } from '#testing/chain-node.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import { accountIdOf } from '#domain/account.ts';
import { BASE } from '#domain/chain.ts';
import { loadChainCheck } from '#storage/chain-checks.ts';
import { cancelCheck, startCheck, useCheckRun } from './check-runs.ts';

const NETWORK: NetworkConfig = {
  id: BASE,
  rpcUrl: 'https://a.example',
  usdc: USDC,
  payTo: [LASO],
  explorerUrl: 'https://basescan.org',
};
afterEach(() => vi.unstubAllGlobals());

let serial = 0;
function scene({
  network = NETWORK,
  isSignedIn = (): boolean => true,
  readCards = () => Promise.resolve(true),
} = {}) {
  const model = createModelChain(30_000);
  const node = model.node(NETWORK.rpcUrl);
  vi.stubGlobal('fetch', model.fetch);
  const account = accountIdOf(`${AGENT.slice(0, -3)}${(serial += 1).toString().padStart(3, '0')}`);
  const { result } = renderHook(() => useCheckRun(account));
  const begin = () =>
    startCheck({
      account,
      network,
      sinceMs: GENESIS_SEC * 1_000,
      queryClient: new QueryClient(),
      isSignedIn,
      readCards,
    });
  const start = () => act(begin);
  return { node, account, start, run: () => result.current, stored: () => loadChainCheck(account, BASE) };
}

test('a check runs once however often it is started, and keeps what it read', async () => {
  const { node, start, run, stored } = scene();
  start();
  start();
  expect(run().running).toBe(true);
  await waitFor(() => expect(run().running).toBe(false));
  expect(run().problem).toBeNull();
  expect(node.calls.filter((method) => method === 'eth_chainId')).toHaveLength(1);
  expect(await stored()).toMatchObject({ read: [{ from: 0, to: 30_000 }] });
});

test('a cancelled check is no problem to report', async () => {
  const { account, start, run } = scene();
  start();
  cancelCheck(account);
  await waitFor(() => expect(run().running).toBe(false));
  expect(run().problem).toBeNull();
});

test('a check of an account that signs out meanwhile stops and writes nothing more', async () => {
  let asked = 0;
  const { node, start, run, stored } = scene({ isSignedIn: () => (asked += 1) <= 2 });
  start();
  await waitFor(() => expect(run().running).toBe(false));
  expect(run().problem).toBeNull();
  expect(node.answered.length).toBeLessThan(3);
  expect(await stored()).toMatchObject({ read: [{ from: 20_001, to: 30_000 }] });
});

test('without an RPC nobody is asked, and the key the operator has to set is named', () => {
  const { node, start, run } = scene({ network: { ...NETWORK, rpcUrl: '' } });
  start();
  expect(run()).toMatchObject({
    running: false,
    problem: { detail: expect.stringContaining('networks[eip155:8453].rpcUrl') },
  });
  expect(node.calls).toEqual([]);
});
