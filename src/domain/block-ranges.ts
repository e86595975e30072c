/** Blocks from `from` to `to`, both included. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** The same blocks as few ranges as possible, in order. Empty ranges (`to` before `from`) vanish. */
export function joined(ranges: readonly BlockRange[]): BlockRange[] {
  const done: BlockRange[] = [];
  for (const range of ranges.filter(({ from, to }) => from <= to).toSorted((a, b) => a.from - b.from)) {
    const last = done.at(-1);
    if (last && range.from <= last.to + 1)
      done[done.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else done.push(range);
  }
  return done;
}

/** What of `wanted` is not in `done`, in order. */
export function missing(wanted: BlockRange, done: readonly BlockRange[]): BlockRange[] {
  const gaps: BlockRange[] = [];
  let next = wanted.from;
  for (const { from, to } of joined(done)) {
    if (from > next) gaps.push({ from: next, to: Math.min(from - 1, wanted.to) });
    next = Math.max(next, to + 1);
  }
  gaps.push({ from: next, to: wanted.to });
  return gaps.filter(({ from, to }) => from <= to);
}

export const countBlocks = (ranges: readonly BlockRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
