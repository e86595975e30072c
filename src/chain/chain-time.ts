/**
 * The last second of the year 9999: a later time is not from a chain, and a page cannot show it as a date.
 */
const LAST_SEC = 253_402_300_799;

/** A time in seconds as a node tells it; null for anything that cannot be one. */
export const knownSec = (value: unknown): number | null =>
  typeof value === 'number' && value >= 0 && value <= LAST_SEC ? value : null;

/** A time in milliseconds, computed from a node's answer; null when it cannot be shown as a date. */
export const knownMs = (value: number): number | null => (knownSec(value / 1_000) === null ? null : value);
