import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toEventSelector, toFunctionSelector } from 'viem';
import { TRANSFER } from '#chain/evm-log.ts';
import { FINAL_AFTER_SEC, type PaymentToFind } from '../reconcile/evidence.ts';
import { createModelChain } from '../testing/evm/chain.ts';
import { FIFTY, LASO, NETWORK, PAYER, USDC } from '../testing/order-builders.ts';
import { createEvmEvidence, verdictOf } from './evidence.ts';
import { AUTHORIZATION_STATE, type NodeView } from './node-view.ts';
import { AUTHORIZATION_CANCELED, AUTHORIZATION_USED } from './transfer-logs.ts';

const A = 'http://127.0.0.1:1/a';
const B = 'http://127.0.0.1:1/b';
const NONCE = `0x${'ab'.repeat(32)}`;

function scene({ two = true } = {}) {
  const chain = createModelChain();
  chain.node(A);
  chain.node(B);
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
    network: { ...NETWORK, rpcUrl: A, ...(two && { rpcFallbackUrls: [B] }) },
    fetch: chain.fetch,
    now: () => chain.nowSec() * 1000,
  });
  const verdict = (changes: Partial<PaymentToFind> = {}) =>
    evidence.findSettlement({ ...payment, ...changes });
  return { chain, transfer, endSec, verdict };
}

test('topics and selector are those of EIP-3009 and ERC-20', () => {
  expect([AUTHORIZATION_USED, AUTHORIZATION_CANCELED, TRANSFER, AUTHORIZATION_STATE]).toEqual([
    toEventSelector('AuthorizationUsed(address,bytes32)'),
    toEventSelector('AuthorizationCanceled(address,bytes32)'),
    toEventSelector('Transfer(address,address,uint256)'),
    toFunctionSelector('authorizationState(address,bytes32)'),
  ]);
});

describe('what happened is found', () => {
  test.each([10, 1])(
    'by nodes that give logs of %d block(s) at a time, with not too many requests',
    async (mostBlocks) => {
      const { chain, transfer, verdict } = scene();
      for (const url of [A, B]) chain.node(url, { mostBlocks });
      chain.tick(20);
      const transaction = chain.settle(transfer);
      chain.tick(1_800);
      expect(await verdict()).toMatchObject({ kind: 'settled', transaction });
      expect(chain.asked.length).toBeLessThan(2 * 200);
    },
  );
  test.each([
    ['just now', 4],
    ['half an hour ago', 1_800],
    ['a month ago', 30 * 86_400],
  ])('a transfer %s, with its transaction and chain time', async (_when, seconds) => {
    const { chain, transfer, verdict } = scene();
    const atSec = chain.nowSec() + 2;
    const transaction = chain.settle(transfer);
    chain.tick(seconds);
    expect(await verdict()).toEqual({ kind: 'settled', transaction, atSec });
  });
  test('the transaction the server named is looked at first, and not believed when it is another', async () => {
    const { chain, transfer, verdict } = scene();
    const other = chain.settle({ ...transfer, nonce: `0x${'cd'.repeat(32)}` });
    chain.tick(4);
    expect((await verdict({ transaction: other })).kind).toBe('open');
    const own = chain.settle(transfer);
    chain.tick(4);
    expect(await verdict({ transaction: other })).toMatchObject({ kind: 'settled', transaction: own });
    expect(await verdict({ transaction: own })).toMatchObject({ kind: 'settled', transaction: own });
  });
  test.each([
    ['amount', { amountAtomic: '50000001' }],
    ['recipient', { payTo: PAYER }],
  ])('an authorisation that was used for another %s proves nothing', async (_what, changes) => {
    const { chain, transfer, verdict } = scene();
    chain.settle({ ...transfer, ...changes });
    chain.tick(4_000);
    expect((await verdict()).kind).toBe('unreadable');
  });
  test('R11: a cancelled authorisation is not a payment; it is final when a block for it cannot change', async () => {
    const { chain, transfer, endSec, verdict } = scene();
    chain.cancel(transfer);
    chain.tick(10);
    expect((await verdict()).kind).toBe('open');
    chain.tick(endSec + FINAL_AFTER_SEC - chain.nowSec());
    expect((await verdict()).kind).toBe('cancelled');
  });
});

describe('that it can never happen is proven by chain time', () => {
  test('only so long after the end that no block for it can change', async () => {
    const { chain, endSec, verdict } = scene();
    chain.tick(endSec + FINAL_AFTER_SEC - 2 - chain.nowSec());
    expect(await verdict()).toEqual({ kind: 'open', certainAtMs: (endSec + FINAL_AFTER_SEC) * 1000 });
    chain.tick(2);
    expect((await verdict()).kind).toBe('expired-unused');
  });
  test('R12: a node that lags behind the end does not count', async () => {
    const { chain, verdict } = scene();
    chain.tick(10_000);
    chain.node(B, { lagSec: 9_900 });
    expect((await verdict()).kind).not.toBe('expired-unused');
  });
  test('R12: one of two that is down leaves it open', async () => {
    const { chain, verdict } = scene();
    chain.tick(10_000);
    chain.node(B, { down: true });
    expect((await verdict()).kind).not.toBe('expired-unused');
    chain.node(A, { down: true });
    expect((await verdict()).kind).toBe('unreadable');
  });
  test('where only one RPC is configured, it has to do', async () => {
    const { chain, verdict } = scene({ two: false });
    chain.tick(10_000);
    expect((await verdict()).kind).toBe('expired-unused');
  });
  test('a lone node whose newest block is old is said to lag', async () => {
    const { chain, verdict } = scene({ two: false });
    chain.node(A, { lagSec: 200 });
    chain.tick(250);
    expect(await verdict()).toMatchObject({ kind: 'unreadable', why: /is behind, or this device’s clock/ });
  });
});

test('a node of another network, or without a key, decides nothing', async () => {
  const { verdict } = scene();
  expect((await verdict({ network: 'eip155:1' })).kind).toBe('unreadable');
  const keyless = createEvmEvidence({ network: { ...NETWORK, rpcUrl: '' } });
  expect(
    await keyless.findSettlement({
      ...scene().transfer,
      id: 'x',
      network: NETWORK.id,
      transaction: null,
      marks: null,
    }),
  ).toMatchObject({ kind: 'unreadable', why: /rpcUrl/ });
});

test('RPCs that contradict each other decide nothing', () => {
  const block = fc.record({
    number: fc.integer({ min: 90, max: 110 }),
    atSec: fc.integer({ min: 0, max: 2_000 }),
    hash: fc.constant('0x'),
  });
  const view: fc.Arbitrary<NodeView> = fc.oneof(
    fc.record({ kind: fc.constant('settled' as const), transaction: fc.constantFrom('0x1', '0x2'), block }),
    fc.record({ kind: fc.constant('cancelled' as const), head: block }),
    fc.record({ kind: fc.constant('unused' as const), head: block }),
    fc.constant({ kind: 'odd' as const }),
  );
  fc.assert(
    fc.property(fc.array(view, { maxLength: 4 }), (views) => {
      const nodes = Math.max(2, views.length);
      const { kind } = verdictOf(views, { endSec: 1_000, nodes, nowSec: 1_000 });
      const kinds = new Set(views.map((one) => one.kind));
      if (kind === 'expired-unused') {
        expect(kinds).toEqual(new Set(['unused']));
        expect(
          views.filter((one) => one.kind === 'unused' && one.head.atSec >= 1_060).length,
        ).toBeGreaterThan(1);
      }
      if (kind === 'cancelled')
        expect(kinds.has('settled') || (kinds.has('odd') && !kinds.has('cancelled'))).toBe(false);
      if (kind === 'settled')
        expect(new Set(views.flatMap((one) => (one.kind === 'settled' ? [one.transaction] : []))).size).toBe(
          1,
        );
    }),
  );
});
