/** ECMA-262, "Time Values": no date is further from 1970, and what formats one throws beyond it. */
const FARTHEST_MS = 8_640_000_000_000_000;

/** True for what a date can be made of: stored records, chains and answers hold other numbers too. */
export const isMoment = (ms: number): boolean => Math.abs(ms) <= FARTHEST_MS;

/** "2026-11-21T13:03:09.000Z"; null for what is no moment. */
export const isoTime = (ms: number): string | null => (isMoment(ms) ? new Date(ms).toISOString() : null);
