/** The last second of the year 9999: what lies beyond is no time of a chain, and no date that a page can draw. */
const LAST_SEC = 253_402_300_799;

/** A time in seconds as a node tells it; null for anything that cannot be one. */
export const knownSec = (value: unknown): number | null =>
  typeof value === 'number' && value >= 0 && value <= LAST_SEC ? value : null;

/** A time in milliseconds that was reckoned from what a node tells; null where it cannot be drawn as a date. */
export const knownMs = (value: number): number | null => (knownSec(value / 1_000) === null ? null : value);
