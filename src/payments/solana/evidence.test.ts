import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PaymentToFind } from '../reconcile/evidence.ts';
import { createSolanaEvidence, FINAL_AFTER_BLOCKS, verdictOf } from './evidence.ts';
import type { NodeView } from './node-view.ts';
import { A, B, LAST, MEMO, scene } from '../testing/solana/nodes.ts';
import { networkAt } from '../testing/solana/order.ts';

const FINAL = LAST + FINAL_AFTER_BLOCKS;

describe('what happened is found', () => {
  test('by its memo, with transaction and chain time, also long afterwards', async () => {
    const { mine, raise, verdict } = scene();
    mine();
    raise(955);
    expect(await verdict()).toEqual({ kind: 'settled', transaction: 'S'.repeat(88), atSec: 5 });
    raise(9_000_000);
    expect((await verdict()).kind).toBe('settled');
  });
  test('by the transaction the server named, when it is this payment', async () => {
    const { mine, raise, verdict } = scene();
    mine({ memo: 'not among the memos' });
    raise(955);
    expect((await verdict()).kind).toBe('open');
    expect(await verdict({ transaction: 'S'.repeat(88) })).toMatchObject({ kind: 'settled' });
  });
  test.each([
    ['lists no memos', false, {}],
    ['does not say whether it failed', true, { err: undefined }],
  ])('by its message, where the node %s', async (_what, memos, changes) => {
    const { mine, raise, node, verdict, marksWith } = scene();
    for (const url of [A, B]) node(url, { memos });
    mine({ signature: 'older', height: 930, message: Uint8Array.of(1) });
    mine(changes);
    for (let at = 0; at < 300; at += 1)
      mine({ signature: `newer ${at}`, height: LAST + 1 + at, message: Uint8Array.of(1) });
    raise(FINAL + 300);
    expect(await verdict()).toMatchObject({ kind: 'settled', transaction: 'S'.repeat(88) });
    // Those after the end cannot be it, however many there are.
    const other = { messageHash: '0'.repeat(64) };
    expect((await verdict({ marks: marksWith(other) })).kind).toBe('expired-unused');
  });
  test('behind a thousand other transactions of the account', async () => {
    const { mine, raise, verdict } = scene();
    mine();
    for (let at = 0; at < 2_500; at += 1) mine({ signature: `T${at}`, memo: 'other', height: 951 });
    raise(955);
    // The model's transactions are all dated the same: not before the order.
    expect((await verdict({ validBeforeSec: -100_000 })).kind).toBe('settled');
  });
  test.each([
    ['the same memo in another payment', { message: Uint8Array.of(1, 2, 3) }],
    ['a failed transaction', { err: { InstructionError: [2, { Custom: 1 }] } }],
  ])('%s proves nothing, also when the server names it', async (_what, changes) => {
    const { mine, raise, verdict } = scene();
    mine(changes);
    raise(955);
    expect((await verdict({ transaction: 'S'.repeat(88) })).kind).toBe('open');
    raise(FINAL);
    expect((await verdict()).kind).toBe('expired-unused');
  });
  test.each(['no signature', '', `0x${'ab'.repeat(32)}`])(
    'what a server names and nobody can look up is passed over: "%s"',
    async (transaction) => {
      const { raise, verdict } = scene();
      raise(FINAL);
      expect((await verdict({ transaction })).kind).toBe('expired-unused');
    },
  );
});

describe('that nothing happened is said only when nothing can happen any more', () => {
  test('not before the last block it could be in is final, with room to spare', async () => {
    const { raise, verdict } = scene();
    for (const height of [LAST, LAST + 1, FINAL - 1]) {
      raise(height);
      expect((await verdict()).kind).toBe('open');
    }
    raise(FINAL);
    expect(await verdict()).toEqual({ kind: 'expired-unused' });
  });
  test('it is said when that will be', async () => {
    const { verdict } = scene();
    const verdictNow = await verdict();
    expect(verdictNow).toEqual({ kind: 'open', certainAtMs: 1_700_000_000_000 + (FINAL - 900) * 400 });
  });
  test('two nodes have to agree', async () => {
    const { raise, node, verdict } = scene();
    raise(FINAL, [A]);
    expect((await verdict()).kind).toBe('open');
    node(B, { down: true });
    expect((await verdict()).kind).toBe('unreadable');
    node(B, { down: false });
    raise(FINAL, [B]);
    expect((await verdict()).kind).toBe('expired-unused');
  });
  test('not by nodes that have dropped the blocks of that time, however long ago it was', async () => {
    const { mine, raise, node, verdict } = scene();
    mine();
    raise(9_000_000);
    for (const url of [A, B]) node(url, { holdsFrom: 8_000_000 });
    expect(await verdict()).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining('no longer keep blocks as old'),
    });
    node(B, { holdsFrom: 0 });
    expect(await verdict()).toMatchObject({ kind: 'settled' });
  });
  test('by one such node and one that remembers it is not said either, where two are needed', async () => {
    const { raise, node, verdict } = scene();
    raise(9_000_000);
    node(A, { holdsFrom: 8_000_000 });
    expect((await verdict()).kind).toBe('unreadable');
    node(A, { holdsFrom: 700 });
    expect((await verdict()).kind).toBe('expired-unused');
  });
  test('by the list alone, where it goes on before the payment', async () => {
    const { mine, raise, node, verdict } = scene();
    mine({ signature: 'older', height: 900, memo: 'other', atSec: 5 });
    raise(FINAL);
    for (const url of [A, B]) node(url, { holdsFrom: 890 });
    expect((await verdict({ validBeforeSec: 5_000 })).kind).toBe('expired-unused');
    expect((await verdict({ validBeforeSec: 1_000 })).kind).toBe('unreadable');
  });
  test('a node that must have seen it and did not: they disagree', async () => {
    const { mine, raise, node, verdict } = scene();
    mine();
    raise(FINAL, [A]);
    expect((await verdict()).kind).toBe('settled');
    node(B, { genesis: 'another' });
    expect((await verdict()).kind).toBe('settled');
    expect(
      verdictOf(
        [viewed({ slot: 10 }), { kind: 'unused', listSlot: 10, head: { height: 5, slot: 10, atSec: 1 } }],
        {
          lastValidBlockHeight: 1,
          nodes: 2,
          nowMs: 0,
        },
      ).kind,
    ).toBe('unreadable');
  });
  test.each<[string, (stage: ReturnType<typeof scene>) => void]>([
    ['nobody answers', ({ node }) => [A, B].forEach((url) => node(url, { down: true }))],
    [
      'nodes of another network',
      ({ node }) => [A, B].forEach((url) => node(url, { genesis: 'EtWTRABZaYq6' })),
    ],
  ])('%s: unreadable', async (_name, change) => {
    const stage = scene();
    stage.raise(FINAL);
    change(stage);
    expect((await stage.verdict()).kind).toBe('unreadable');
  });
  test('a record without marks, or of another network, is not looked for', async () => {
    const { verdict } = scene();
    expect((await verdict({ marks: null })).kind).toBe('unreadable');
    expect((await verdict({ marks: { nonce: MEMO } })).kind).toBe('unreadable');
    expect((await verdict({ network: 'eip155:8453' })).kind).toBe('unreadable');
  });
  test('without an RPC address the operator’s missing key is named', async () => {
    const evidence = createSolanaEvidence({ network: networkAt('') });
    expect(await evidence.findSettlement({ marks: null } as PaymentToFind)).toMatchObject({
      why: expect.stringContaining('rpcUrl'),
    });
  });
  test('a chain that stands still is said to lag', () => {
    const head = { height: 900, slot: 900, atSec: 0 };
    expect(
      verdictOf([{ kind: 'unused', listSlot: 900, head }], {
        lastValidBlockHeight: LAST,
        nodes: 1,
        nowMs: 600_000,
      }),
    ).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('10 minutes old') });
  });
});

test('"never happened" is never said of a payment that settles later, whatever the nodes have seen when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.option(fc.integer({ min: 905, max: LAST })),
      fc.array(
        fc.record({
          to: fc.integer({ min: 900, max: FINAL + 400 }),
          url: fc.constantFrom(A, B),
          down: fc.boolean(),
          memos: fc.boolean(),
          // Everything, or so many of its newest blocks.
          holds: fc.option(fc.integer({ min: 0, max: 900 }), { freq: 2 }),
        }),
        { maxLength: 12 },
      ),
      fc.boolean(),
      async (landsAt, steps, two) => {
        const { mine, raise, node, verdict } = scene({ two });
        // A transaction can only be put into a block that is at most the last valid one: it is there for every node that has come so far.
        if (landsAt !== null) mine({ height: landsAt });
        for (const { to, url, holds, ...state } of steps) {
          raise(to, [url]);
          node(url, { ...state, holdsFrom: holds === null ? 0 : to - holds });
          const { kind } = await verdict();
          if (landsAt !== null) expect(kind).not.toBe('expired-unused');
          if (landsAt === null) expect(kind).not.toBe('settled');
        }
      },
    ),
    { numRuns: 200 },
  );
});

const viewed = ({ slot }: { slot: number }): NodeView => ({
  kind: 'settled',
  transaction: 'one',
  slot,
  height: 5,
  atSec: 5,
  head: { height: 5, slot, atSec: 1 },
});
