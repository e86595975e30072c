import { describe, expect, test } from 'vitest';
import { FINAL_AFTER_BLOCKS, verdictOf } from './evidence.ts';
import type { NodeView } from './node-view.ts';

const LAST = 300_000_000;
const FINAL = LAST + FINAL_AFTER_BLOCKS;
const NOW_SEC = 1_800_000_000;
const SKIPPED = 20_000_000;

const headAt = (height: number, atSec: number | null = NOW_SEC - 13) => ({
  height,
  slot: height + SKIPPED,
  atSec,
});
const unused = (height: number, atSec?: number | null): NodeView => {
  const head = headAt(height, atSec);
  return { kind: 'unused', head, listSlot: head.slot };
};
const settled = (changes: Partial<Extract<NodeView, { kind: 'settled' }>> = {}): NodeView => ({
  kind: 'settled',
  transaction: 'one',
  slot: LAST - 10 + SKIPPED,
  height: LAST - 10,
  atSec: NOW_SEC - 20,
  head: headAt(LAST),
  ...changes,
});
const verdict = (views: NodeView[], nodes = views.length) =>
  verdictOf(views, { lastValidBlockHeight: LAST, nodes, nowMs: NOW_SEC * 1000 });

describe('A6: one node’s word that a payment moved does not outvote another’s proof', () => {
  test('with nothing against it it is believed', () => {
    expect(verdict([settled()])).toEqual({ kind: 'settled', transaction: 'one', atSec: NOW_SEC - 20 });
    expect(verdict([settled(), settled()]).kind).toBe('settled');
    expect(verdict([settled(), unused(LAST - 500, NOW_SEC - 220)]).kind).toBe('settled');
  });
  test.each<[string, NodeView[]]>([
    ['in slot 9e15, against two that are final', [settled({ slot: 9e15 }), unused(FINAL), unused(FINAL)]],
    [
      'in slot 9e15, with a head as high',
      [settled({ slot: 9e15, head: headAt(9e15 - SKIPPED) }), unused(LAST)],
    ],
    [
      'in slot 9e15, against one that lags',
      [settled({ slot: 9e15, height: null, head: headAt(9e15) }), unused(LAST - 500, NOW_SEC - 220)],
    ],
    ['in slot 9e15, alone', [settled({ slot: 9e15 })]],
    ['in a block past its end', [settled({ height: FINAL, slot: FINAL + SKIPPED, head: headAt(FINAL) })]],
    ['in a block higher than its slot', [settled({ height: LAST, slot: LAST - 1 })]],
    [
      'against one that is final, in a higher slot',
      [settled({ slot: FINAL + SKIPPED + 9, height: null }), unused(FINAL)],
    ],
    [
      'against one that is final and lags, in a higher slot',
      [
        settled({ slot: FINAL + SKIPPED + 9, height: null, head: headAt(FINAL) }),
        unused(FINAL, NOW_SEC - 200),
      ],
    ],
    ['against one that must have it', [settled(), unused(LAST)]],
    ['against one that must have it, and lags', [settled(), unused(LAST, NOW_SEC - 200)]],
    ['in two slots', [settled(), settled({ slot: LAST - 11 + SKIPPED })]],
    ['while one that is not behind has not come to it', [settled(), unused(LAST - 20)]],
    ['in the future of this device', [settled({ atSec: NOW_SEC + 200 })]],
    ['at no time at all', [settled({ atSec: 9e15 }), settled({ atSec: 9e15 })]],
    ['in two transactions', [settled(), settled({ transaction: 'two' })]],
  ])('%s: unreadable', (_what, views) => {
    expect(verdict(views, Math.max(2, views.length)).kind).toBe('unreadable');
  });
});

test('A5: a time that no page can draw is not known', () => {
  expect(verdictOf([unused(1)], { lastValidBlockHeight: 9e15, nodes: 1, nowMs: NOW_SEC * 1000 })).toEqual({
    kind: 'open',
    certainAtMs: null,
  });
});
