/** The furthest moments that a Date can hold, in ms: what lies outside throws when it is drawn. */
const LIMIT_MS = 8.64e15;

/** A stored time, or null where it is none: a damaged row, or a node that lied about a block. */
export const knownMs = (ms: number | null | undefined): number | null =>
  typeof ms === 'number' && Math.abs(ms) <= LIMIT_MS ? ms : null;

export const NOT_KNOWN = 'time not known';

/** "2026-11-21T12:00:00.000Z", never throwing. */
export function isoTime(ms: number): string {
  const known = knownMs(ms);
  return known === null ? NOT_KNOWN : new Date(known).toISOString();
}
