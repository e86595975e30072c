import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaymentToFind } from '../reconcile/evidence.ts';
import { FIFTY, LASO, NETWORK, PAYER, USDC } from '../testing/order-builders.ts';
import { createEvmEvidence } from './evidence.ts';
import { createModelChain, type ModelNode } from '../testing/evm/chain.ts';

const URL = 'http://127.0.0.1:1/a';
const NONCE = `0x${'ab'.repeat(32)}`;

/** One address; its machines answer as the node says. */
function scene() {
  const chain = createModelChain();
  const endSec = chain.nowSec() + 300;
  const payment: PaymentToFind = {
    id: 'order-1',
    network: NETWORK.id,
    asset: USDC,
    payer: PAYER,
    payTo: LASO,
    amountAtomic: String(FIFTY),
    transaction: null,
    validBeforeSec: endSec,
    marks: { nonce: NONCE },
  };
  const transfer = { ...payment, nonce: NONCE, validBeforeSec: endSec };
  const evidence = createEvmEvidence({
    network: { ...NETWORK, rpcUrl: URL },
    fetch: chain.fetch,
    now: () => chain.nowSec() * 1000,
  });
  return {
    chain,
    settle: () => chain.settle(transfer),
    cancel: () => chain.cancel(transfer),
    verdict: (transaction: string | null = null) => evidence.findSettlement({ ...payment, transaction }),
  };
}

const LONG_AGO = 450;
/** The old machine, from before the payment, answers only these methods. */
const oldFor = (...methods: string[]): Partial<ModelNode> => ({
  machinesLagSec: [0, LONG_AGO],
  pick: (_nth, method) => (methods.includes(method) ? 1 : 0),
});

describe('what moved on Base is not called unused, whichever machine behind an address answers what', () => {
  test.each([
    ['the state', ['eth_call']],
    ['the logs', ['eth_getLogs']],
    ['the receipt', ['eth_getTransactionReceipt']],
    ['blocks', ['eth_getBlockByNumber']],
    ['everything but the newest block', ['eth_call', 'eth_getLogs', 'eth_getTransactionReceipt']],
  ])('where the answer to %s is of a machine from before it', async (_what, methods) => {
    const { chain, settle, verdict } = scene();
    chain.node(URL, oldFor(...methods));
    const transaction = settle();
    chain.tick(400);
    for (const named of [null, transaction])
      expect(['settled', 'open', 'unreadable']).toContain((await verdict(named)).kind);
  });
  test('for any assignment of calls to machines of any age no verdict is wrong', async () => {
    const seen: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('settled', 'cancelled', 'nothing'),
        fc.integer({ min: 0, max: 290 }),
        fc.integer({ min: 2, max: 900 }),
        fc.array(fc.oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 4 })), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 24 }),
        fc.boolean(),
        async (truth, afterSec, thenSec, machinesLagSec, picks, isNamed) => {
          const { chain, settle, cancel, verdict } = scene();
          chain.node(URL, { machinesLagSec, pick: (nth) => picks[nth % picks.length] ?? 0 });
          chain.tick(afterSec);
          const transaction = truth === 'settled' ? settle() : null;
          if (truth === 'cancelled') cancel();
          chain.tick(thenSec);
          const { kind } = await verdict(isNamed ? transaction : null);
          seen[kind] = (seen[kind] ?? 0) + 1;
          if (kind === 'settled' || kind === 'cancelled') expect(kind).toBe(truth);
          if (kind === 'expired-unused') expect(truth).toBe('nothing');
        },
      ),
      { numRuns: 1_000 },
    );
    // It is no proof where nothing is ever said.
    for (const kind of ['settled', 'cancelled', 'expired-unused', 'open', 'unreadable'])
      expect(seen[kind]).toBeGreaterThan(5);
  });
});

test('A6: a receipt whose block is another one by its hash settles nothing', async () => {
  const { chain, settle } = scene();
  chain.node(URL);
  const transaction = settle();
  chain.tick(10);
  const evidence = createEvmEvidence({
    network: { ...NETWORK, rpcUrl: URL },
    now: () => chain.nowSec() * 1000,
    fetch: async (url, init) => {
      const answer = await (await chain.fetch(url, init)).json();
      const { method } = JSON.parse(String(init.body));
      const hash = method === 'eth_getBlockByNumber' ? { hash: '0x1' } : { blockHash: '0x2' };
      return Response.json({
        ...answer,
        result: typeof answer.result === 'object' ? { ...answer.result, ...hash } : answer.result,
      });
    },
  });
  const payment = { id: 'order-1', network: NETWORK.id, asset: USDC, payer: PAYER, payTo: LASO };
  const verdict = await evidence.findSettlement({
    ...payment,
    amountAtomic: String(FIFTY),
    transaction,
    validBeforeSec: chain.nowSec() + 290,
    marks: { nonce: NONCE },
  });
  expect(verdict.kind).toBe('unreadable');
});
