import { describe, expect, test } from 'vitest';
import { FINAL_AFTER_SEC, type ChainVerdict } from '../reconcile/evidence.ts';
import { verdictOf } from './evidence.ts';
import type { NodeView } from './node-view.ts';

const END = 1_800_000_000;
const FINAL = END + FINAL_AFTER_SEC;
/** Base: a block every two seconds. */
const numberAt = (atSec: number) => Math.floor((atSec - 1_700_000_000) / 2);
const blockAt = (atSec: number, number = numberAt(atSec)) => ({ number, atSec, hash: null });
const unused = (atSec: number): NodeView => ({ kind: 'unused', head: blockAt(atSec) });
const settled = (atSec: number, number?: number, transaction = '0x1'): NodeView => ({
  kind: 'settled',
  transaction,
  block: blockAt(atSec, number),
});
const verdict = (views: NodeView[], nowSec: number): ChainVerdict =>
  verdictOf(views, { endSec: END, nodes: Math.max(2, views.length), nowSec });

describe('A6: one node’s word that a payment moved does not outvote another’s proof', () => {
  test('with nothing against it it is believed', () => {
    const believed = { kind: 'settled', transaction: '0x1', atSec: END - 100 };
    expect(verdict([settled(END - 100)], END)).toEqual(believed);
    expect(verdict([settled(END - 100), settled(END - 100)], END)).toEqual(believed);
    // The other one lags, by our clock.
    expect(verdict([settled(END - 100), unused(END - 110)], END)).toEqual(believed);
  });
  test.each<[string, number, NodeView[]]>([
    [
      'in block 0xffffffffff, against two that are final',
      FINAL,
      [settled(END - 9, 0xff_ffff_ffff), unused(FINAL), unused(FINAL)],
    ],
    [
      'in block 0xffffffffff, against one that is fresh',
      END - 8,
      [settled(END - 9, 0xff_ffff_ffff), unused(END - 10)],
    ],
    [
      'in block 0xffffffffff, against one that lags',
      END + 90,
      [settled(END - 9, 0xff_ffff_ffff), unused(END - 10)],
    ],
    ['in a block at the end of what was signed', END + 4, [settled(END)]],
    ['in a block long after it', FINAL, [settled(FINAL), settled(FINAL)]],
    ['in a block of the future of this device', END - 200, [settled(END - 9)]],
    ['at no time at all', END, [settled(9e15), settled(9e15)]],
    ['against one that must have it', END, [settled(END - 100), unused(END - 100)]],
    [
      'in a higher, but earlier block than another’s head',
      END,
      [settled(END - 100, numberAt(END)), unused(END - 98)],
    ],
    ['while one that is not behind has not come to it', END - 90, [settled(END - 92), unused(END - 94)]],
    [
      'against one where it was canceled',
      END,
      [settled(END - 100), { kind: 'cancelled', head: blockAt(END - 50) }],
    ],
    ['in two transactions', END, [settled(END - 100), settled(END - 100, undefined, '0x2')]],
    ['in two blocks', END, [settled(END - 100), settled(END - 98)]],
  ])('%s: unreadable', (_what, nowSec, views) => {
    expect(verdict(views, nowSec).kind).toBe('unreadable');
  });
});

test('A5: a time that no page can draw is not known', () => {
  const views = [unused(1_000), unused(1_000)];
  expect(verdictOf(views, { endSec: 9e15, nodes: 2, nowSec: 1_000 })).toEqual({
    kind: 'open',
    certainAtMs: null,
  });
});
