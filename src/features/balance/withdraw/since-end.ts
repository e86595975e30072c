/**
 * How long ago a withdrawal's request ended. The device's clock may be wrong, and be set while one waits: so time is counted by the page's own
 * clock, which only goes forward, from the moment at which this page knew of the end. That is never more than the true time.
 */
const metAt = new Map<string, number>();
const endedAt = new Map<string, number>();

/** ms since this page was opened. */
export const pageTime = (): number => performance.now();

/** This page knows that the record exists. The first moment counts. */
export function meet(recordId: string, atMs = pageTime()): void {
  if (!metAt.has(recordId)) metAt.set(recordId, atMs);
}

/** This page knows that the record's request is over. */
export function noteEnd(recordId: string, atMs = pageTime()): void {
  meet(recordId, atMs);
  if (!endedAt.has(recordId)) endedAt.set(recordId, atMs);
}

/** Whether a read began after the record was written, as far as this page knows. */
export const isAfterMeeting = (recordId: string, readFromMs: number): boolean =>
  readFromMs >= (metAt.get(recordId) ?? Infinity);

/** How long after the end a read began, ms; negative when it began before; null when this page has not known of the end. */
export function waitedAt(recordId: string, readFromMs: number): number | null {
  const end = endedAt.get(recordId);
  return end === undefined ? null : readFromMs - end;
}

/** When, by the device's clock, a hold of `holdMs` is over; for people. */
export const holdEndsAt = (recordId: string, holdMs: number): number =>
  Date.now() + holdMs - (waitedAt(recordId, pageTime()) ?? 0);
