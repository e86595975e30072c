import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '../app.ts';
import { payingClient } from '../testing/paying-client.ts';
import { solanaPayingClient } from '../testing/solana-paying-client.ts';
import { createBalancer, serveBalancer, type Backend } from './balancer.ts';
import { createBaseBackend } from './base-backend.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:4022', scenario: 'none' });
});
afterAll(() => sandbox.close());

const asker = (backend: Backend, lagSec: number) => async (method: string, params: unknown[]) =>
  Object(await backend({ jsonrpc: '2.0', id: 1, method, params }, lagSec));
const solana = () => {
  if (!sandbox.solana) throw new Error('no Solana');
  return sandbox.solana;
};
const ORDER = '/get-card?amount=10';

test('Base: a machine that is behind lacks the newer blocks, and what is in them', async () => {
  // Time here is the chain's own, which was moved.
  let movedMs = 0;
  const backend = createBaseBackend(sandbox.rpcUrl, () => Date.now() + movedMs);
  const [now, behind] = [asker(backend, 0), asker(backend, 60)];
  await sandbox.chain.advance(120);
  movedMs += 120_000;
  const answer = await payingClient(1).fetch(`${sandbox.url}${ORDER}`);
  expect(answer.status).toBe(200);
  const newest = (await now('eth_getBlockByNumber', ['latest', false])).result;
  const older = (await behind('eth_getBlockByNumber', ['latest', false])).result;
  expect(Number(older.number)).toBeLessThan(Number(newest.number));
  expect(Number(newest.timestamp) - Number(older.timestamp)).toBeGreaterThanOrEqual(60);

  const { result: logs } = await now('eth_getLogs', [{ fromBlock: newest.number, toBlock: 'latest' }]);
  const [{ transactionHash }] = logs;
  expect((await behind('eth_getLogs', [{ fromBlock: newest.number, toBlock: 'latest' }])).result).toEqual([]);
  expect((await now('eth_getTransactionReceipt', [transactionHash])).result.status).toBe('0x1');
  expect((await behind('eth_getTransactionReceipt', [transactionHash])).result).toBeNull();
  expect((await behind('eth_getBlockByNumber', [newest.number, false])).result).toBeNull();
  expect((await behind('eth_getBlockByHash', [newest.hash, false])).result).toBeNull();
  const pinned = [{ to: logs[0].address, data: '0x18160ddd' }, newest.number];
  expect((await now('eth_call', pinned)).result).toMatch(/^0x/);
  expect((await behind('eth_call', pinned)).error.message).toBe('header not found');
  const byHash = [pinned[0], { blockHash: newest.hash }];
  expect((await behind('eth_call', byHash)).error.message).toBe('header not found');
  expect((await behind('eth_chainId', [])).result).toBe('0x2105');
});

test('Solana: a machine that is behind has fewer blocks, lists no newer transaction, and refuses a slot it has not reached', async () => {
  const client = await solanaPayingClient(sandbox, 0);
  expect((await client.fetch(`${sandbox.url}${ORDER}`)).status).toBe(200);
  const [now, behind] = [asker(solana().backend, 0), asker(solana().backend, 60)];
  const account = await solana().usdcAccountOf(client.address);
  const confirmed = { commitment: 'confirmed' };
  const listed = async (ask: typeof now, options: object = {}) =>
    ask('getSignaturesForAddress', [account, { ...confirmed, ...options }]);

  const [newest] = (await listed(now)).result;
  const older = (await listed(behind)).result.map(({ signature }: { signature: string }) => signature);
  expect(older).not.toContain(newest.signature);
  const transaction = [newest.signature, { ...confirmed, maxSupportedTransactionVersion: 0 }];
  expect((await now('getTransaction', transaction)).result.slot).toBe(newest.slot);
  expect((await behind('getTransaction', transaction)).result).toBeNull();
  const height = async (ask: typeof now) => (await ask('getBlockHeight', [confirmed])).result;
  expect((await height(now)) - (await height(behind))).toBeGreaterThanOrEqual(150);
  expect((await listed(behind, { minContextSlot: newest.slot })).error.code).toBe(-32_016);
  const { blockhash } = (await now('getLatestBlockhash', [confirmed])).result.value;
  expect((await now('isBlockhashValid', [blockhash, confirmed])).result.value).toBe(true);
  expect((await behind('isBlockhashValid', [blockhash, confirmed])).result.value).toBe(false);
});

test('one address, several machines: which one answers is decided by the seed', async () => {
  const heights = async (seed: number) => {
    const balancer = createBalancer(solana().backend, seed);
    const { url, close } = await serveBalancer(balancer);
    balancer.lagsSec = [0, 4_000];
    const seen: boolean[] = [];
    const newest = Number((await asker(solana().backend, 0)('getBlockHeight', [])).result);
    for (let at = 0; at < 12; at += 1) {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'getBlockHeight', params: [] });
      const answer = await (await fetch(url, { method: 'POST', body })).json();
      seen.push(answer.result >= newest);
    }
    balancer.down = true;
    await expect(fetch(url, { method: 'POST', body: '{}' })).rejects.toThrow('fetch failed');
    await close();
    return seen;
  };
  const first = await heights(1);
  expect(new Set(first).size).toBe(2);
  expect(await heights(1)).toEqual(first);
  expect(await heights(2)).not.toEqual(first);
});
