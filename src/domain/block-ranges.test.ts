import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBlocks, joined, missing, type BlockRange } from './block-ranges.ts';

const range = fc
  .tuple(fc.nat(60), fc.integer({ min: -3, max: 12 }))
  .map(([from, more]) => ({ from, to: from + more }));
const blocksOf = (ranges: readonly BlockRange[]): Set<number> =>
  new Set(
    ranges.flatMap(({ from, to }) =>
      Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at),
    ),
  );

test('joined ranges hold the same blocks, each once, in order and with gaps between', () => {
  fc.assert(
    fc.property(fc.array(range), (ranges) => {
      const result = joined(ranges);
      expect(blocksOf(result)).toEqual(new Set([...blocksOf(ranges)].toSorted((a, b) => a - b)));
      expect(countBlocks(result)).toBe(blocksOf(ranges).size);
      result.slice(1).forEach(({ from }, at) => expect(from).toBeGreaterThan((result[at]?.to ?? from) + 1));
    }),
  );
});

test('what is missing and what is done are together what is wanted, and share nothing', () => {
  fc.assert(
    fc.property(range, fc.array(range), (wanted, done) => {
      const gaps = blocksOf(missing(wanted, done));
      const have = blocksOf(done);
      for (const block of blocksOf([wanted])) expect(gaps.has(block)).toBe(!have.has(block));
      for (const block of gaps) expect(wanted.from <= block && block <= wanted.to).toBe(true);
    }),
  );
});
