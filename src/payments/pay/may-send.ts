import type { PaymentRow } from '../journal/payment-row.ts';

/** Servers refuse what ends within about six seconds: sending it could only end in "unknown". */
const LEAST_SECONDS_LEFT = 10;
/** Once, and again when the answer was lost: more often than this it is no help (lessons.md R7). */
export const MAX_SENDS = 3;

/** Whether the row's payload may be sent now: signed and unsent, or of unknown outcome, not ended, not too often. `nowMs` is this device's time. */
export const maySend = (
  row: Pick<PaymentRow, 'state' | 'sends' | 'validBeforeSec' | 'settledAtSec'>,
  nowMs: number,
): boolean =>
  (row.state === 'signed' || row.state === 'unknown') &&
  row.sends < MAX_SENDS &&
  row.settledAtSec === null &&
  row.validBeforeSec !== null &&
  row.validBeforeSec * 1000 - nowMs >= LEAST_SECONDS_LEFT * 1000;
