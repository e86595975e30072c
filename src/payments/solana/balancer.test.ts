import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FINAL_AFTER_BLOCKS, verdictOf } from './evidence.ts';
import type { NodeView } from './node-view.ts';
import { slotOf, type LedgerNode } from '../testing/solana/ledger.ts';
import { A, LAST, scene, type Pick } from '../testing/solana/nodes.ts';

const FINAL = LAST + FINAL_AFTER_BLOCKS;
const FRESH = { height: FINAL + 50 };
const OLD = { height: 940 };

/** The old machine answers only these methods. */
const oldFor =
  (...methods: string[]): Pick =>
  ({ method }) =>
    methods.includes(method) ? 1 : 0;

/** The pages of the list are given by these machines, everything else by the first one. */
function listsBy(...machines: number[]): Pick {
  let page = 0;
  return ({ method }) => (method === 'getSignaturesForAddress' ? (machines[page++] ?? 0) : 0);
}

describe('A1a: a payment that moved is never called unused, whichever machine behind an address answers what', () => {
  test.each<[string, Pick]>([
    ['slot and list', oldFor('getSlot', 'getSignaturesForAddress', 'getTransaction', 'getBlock')],
    ['the list', oldFor('getSignaturesForAddress')],
    ['the listed transactions', oldFor('getTransaction')],
    ['everything but the height', ({ method }) => (method === 'getBlockHeight' ? 0 : 1)],
    ['every second call', (_call, nth) => nth % 2],
    ['every second call, beginning with the first', (_call, nth) => (nth + 1) % 2],
  ])('where %s is of a machine from before it', async (_what, pick) => {
    const stage = scene({ two: false });
    stage.mine();
    stage.balance(A, [FRESH, OLD], pick);
    expect(['settled', 'open', 'unreadable']).toContain((await stage.verdict()).kind);
  });
  test('where the address takes the slot asked for and does not heed it', async () => {
    const stage = scene({ two: false });
    stage.mine();
    const heedsMinSlot = false;
    stage.balance(
      A,
      [
        { ...FRESH, heedsMinSlot },
        { ...OLD, heedsMinSlot },
      ],
      oldFor('getSignaturesForAddress'),
    );
    expect(await stage.verdict()).toMatchObject({ kind: 'unreadable', why: /how new its list/ });
  });
  test('where an address that does not heed it gives a fresh page, and then one from before it', async () => {
    const stage = scene({ two: false });
    stage.mine();
    stage.mine({ signature: 'later', height: FINAL + 50, memo: 'other' });
    const habits = { heedsMinSlot: false, mostListed: 1, listsAllForUnknown: true };
    const machines = [
      { ...FRESH, ...habits },
      { ...OLD, ...habits },
    ];
    stage.balance(A, machines, listsBy(0, 1));
    expect((await stage.verdict()).kind).toBe('unreadable');
  });
  test('where a machine that was restarted lists nothing, and another one says that it holds everything', async () => {
    const stage = scene({ two: false });
    stage.mine();
    const pick: Pick = ({ method }) => (method === 'getSignaturesForAddress' ? 1 : 0);
    stage.balance(A, [FRESH, { ...FRESH, holdsFrom: 1_100 }], pick);
    expect((await stage.verdict()).kind).toBe('unreadable');
  });
  test('by the rule itself, where a view’s parts are of different moments', () => {
    const head = { height: FINAL + 50, slot: slotOf(FINAL + 50), atSec: 1 };
    const rule = { lastValidBlockHeight: LAST, nodes: 1, nowMs: 1_000 };
    const unused = (listSlot: number | null): NodeView => ({ kind: 'unused', head, listSlot });
    expect(verdictOf([unused(head.slot)], rule).kind).toBe('expired-unused');
    expect(verdictOf([unused(head.slot - 1)], rule).kind).toBe('unreadable');
    expect(verdictOf([unused(null)], rule).kind).toBe('unreadable');
    const impossible = { ...head, height: head.slot + 1 };
    expect(verdictOf([{ kind: 'unused', head: impossible, listSlot: head.slot }], rule).kind).toBe(
      'unreadable',
    );
  });
});

test('a balancer of machines that are some blocks apart gives its verdict in a few looks', async () => {
  const stage = scene({ two: false });
  stage.balance(A, [{ height: FINAL + 9 }, { height: FINAL + 2 }, { height: FINAL + 5 }]);
  const kinds = new Set<string>();
  for (let look = 0; look < 4; look += 1) kinds.add((await stage.verdict()).kind);
  expect(kinds).toContain('expired-unused');
});

test('a page goes on by a machine that knows where the one before ended: the others refuse it', async () => {
  const stage = scene({ two: false });
  stage.mine({ signature: 'later', height: FINAL + 200, memo: 'other' });
  const mostListed = 1;
  stage.balance(
    A,
    [
      { height: FINAL + 50, mostListed },
      { height: FINAL + 250, mostListed },
    ],
    listsBy(1, 0, 1, 1),
  );
  expect((await stage.verdict()).kind).toBe('expired-unused');
});

test('a page that does not go on from the one before it makes the list unreadable', async () => {
  const stage = scene({ two: false });
  for (const height of [FINAL + 200, FINAL + 240])
    stage.mine({ signature: `later ${height}`, height, memo: 'other' });
  stage.balance(
    A,
    [
      { height: FINAL + 210, mostListed: 1 },
      { height: FINAL + 250, holdsFrom: FINAL + 201, listsAllForUnknown: true },
    ],
    listsBy(0, 1, 1),
  );
  expect(await stage.verdict()).toEqual({ kind: 'unreadable', why: 'No Solana node answered.' });
});

test('a list of one answer whose newest transaction is above the head needs no promise of the address', async () => {
  const stage = scene({ two: false });
  stage.mine({ signature: 'later', height: FINAL + 60, memo: 'other' });
  const pick: Pick = ({ method }) => (method === 'getEpochInfo' ? 0 : 1);
  stage.balance(
    A,
    [50, 60].map((above) => ({ height: FINAL + above, heedsMinSlot: false })),
    pick,
  );
  expect((await stage.verdict()).kind).toBe('expired-unused');
});

test('A1a: for any assignment of calls to machines of any age no verdict is wrong', async () => {
  const machine: fc.Arbitrary<Partial<LedgerNode>> = fc.record({
    height: fc.oneof(
      fc.integer({ min: 900, max: FINAL + 400 }),
      fc.constantFrom(940, LAST, FINAL, FINAL + 300),
    ),
    // Everything; or only what came since it was restarted.
    holdsFrom: fc.option(fc.integer({ min: 600, max: FINAL + 300 }), { freq: 3, nil: 0 }),
    memos: fc.boolean(),
    mostListed: fc.constantFrom(1, 2, 1_000),
    listsAllForUnknown: fc.boolean(),
  });
  const seen: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(
      fc.option(fc.integer({ min: 905, max: LAST }), { freq: 4 }),
      fc.array(fc.integer({ min: 710, max: FINAL + 350 }), { maxLength: 4 }),
      fc.array(machine, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(3), { minLength: 1, maxLength: 24 }),
      fc.boolean(),
      async (landsAt, others, machines, picks, heedsMinSlot) => {
        const stage = scene({ two: false });
        const noise = others.map((height, at) => ({
          signature: `other ${at}`,
          height,
          memo: 'other',
          message: Uint8Array.of(1),
        }));
        const own = landsAt === null ? [] : [{ height: landsAt }];
        for (const each of [...noise, ...own].toSorted((a, b) => a.height - b.height)) stage.mine(each);
        stage.balance(
          A,
          machines.map((each) => ({ ...each, heedsMinSlot })),
          (_call, nth) => picks[nth % picks.length] ?? 0,
        );
        const { kind } = await stage.verdict();
        seen[kind] = (seen[kind] ?? 0) + 1;
        if (landsAt !== null) expect(kind).not.toBe('expired-unused');
        if (landsAt === null) expect(kind).not.toBe('settled');
      },
    ),
    { numRuns: 1_500 },
  );
  // It is no proof where nothing is ever said.
  for (const kind of ['settled', 'expired-unused', 'open', 'unreadable'])
    expect(seen[kind]).toBeGreaterThan(5);
});
