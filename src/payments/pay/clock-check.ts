/** A clock off by more than this makes signatures that end too early or too late (product.md §4). */
const MAX_CLOCK_SKEW_SEC = 60;
/** So often the newest block is asked for before a clock is called wrong. */
const LOOKS = 3;

/**
 * The newest block. An address can be a balancer, and the oldest machine behind it minutes behind: where the first answer looks old, it is asked for
 * again, maybe of another one, and the newest counts.
 */
export async function newestOf<T extends { readonly timestampSec: number }>(
  readNewestBlock: () => Promise<T>,
  nowMs: () => number,
): Promise<T> {
  let newest = await readNewestBlock();
  for (let look = 1; look < LOOKS && skewSec(newest, nowMs) > MAX_CLOCK_SKEW_SEC; look += 1) {
    const again = await readNewestBlock();
    if (again.timestampSec > newest.timestampSec) newest = again;
  }
  return newest;
}

/** How far this device's clock is ahead of the chain (seconds); behind it where negative. */
const skewSec = ({ timestampSec }: { timestampSec: number }, nowMs: () => number): number =>
  Math.round(nowMs() / 1000) - timestampSec;

/** A sentence where the clock is too far off for a signature, or the node too old to tell; else null. */
export function clockProblem(block: { timestampSec: number }, nowMs: () => number): string | null {
  const skew = skewSec(block, nowMs);
  if (Math.abs(skew) <= MAX_CLOCK_SKEW_SEC) return null;
  return skew > 0
    ? `This device’s clock is ${skew} seconds ahead of the chain. Set it to automatic, then try again. If it is right, the node is behind: try again in a minute.`
    : `This device’s clock is ${-skew} seconds behind the chain. Set it to automatic, then try again.`;
}
