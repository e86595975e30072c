/**
 * A node that shows a payment which another one, asked at the same time and not behind, does not have yet. The other one comes to that block
 * in seconds; only then it is known whether both have it.
 */
export const ONE_ALONE =
  'One node shows this payment, and another has not come to that block yet. Check again in a minute.';

/** More blocks, or slots, than any chain here makes in a second. */
const MOST_A_SECOND = 10;
/** A node can be so much newer than its answers, and a clock so much off, s. */
const ROOM_SEC = 60;

/** Whether a block is further above another node's head than a chain can have come since. */
export const outruns = (
  block: number,
  head: { readonly number: number; readonly atSec: number | null },
  nowSec: number,
): boolean =>
  head.atSec !== null && block > head.number + MOST_A_SECOND * (Math.max(0, nowSec - head.atSec) + ROOM_SEC);
