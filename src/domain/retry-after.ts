import { memberOf } from './member-of.ts';

const MAX_MS = 24 * 60 * 60_000;

interface Asked {
  /** The parsed body. */
  readonly body: unknown;
  /** The `Retry-After` header. */
  readonly header: string | null;
  readonly nowMs: number;
}

/**
 * How long an answer asks to wait, in ms: `retry_after_seconds` of the body, else `Retry-After`
 * (laso-api.md §2.1), else null. At most a day.
 */
export function waitAskedMs({ body, header, nowMs }: Asked): number | null {
  const told = memberOf(body, 'retry_after_seconds');
  const seconds = typeof told === 'number' || typeof told === 'string' ? readSeconds(String(told)) : null;
  return seconds ?? readRetryAfter(header, nowMs);
}

/**
 * The `Retry-After` header (RFC 9110 §10.2.3: seconds, or a date) in ms from now; null when missing or
 * unreadable. At most a day.
 */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  const seconds = readSeconds(text);
  if (seconds !== null) return seconds;
  const dateMs = /^[a-z]{3,9}[ ,]/i.test(text) ? Date.parse(inGmt(text)) : Number.NaN;
  return Number.isNaN(dateMs) ? null : Math.min(Math.max(0, dateMs - nowMs), MAX_MS);
}

function readSeconds(text: string): number | null {
  return /^\s*\d+(\.\d+)?\s*$/.test(text) ? Math.min(Math.ceil(Number(text) * 1000), MAX_MS) : null;
}

/** The oldest of HTTP's three forms names no zone; it is GMT all the same (RFC 9110 §5.6.7). */
const inGmt = (date: string): string => (/\d{4}$/.test(date) ? `${date} GMT` : date);
