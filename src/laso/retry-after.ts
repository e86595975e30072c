const MAX_MS = 24 * 60 * 60_000;

/** The `Retry-After` header (RFC 9110 §10.2.3: seconds, or a date) in ms from now; null when missing or unreadable. At most a day. */
export function readRetryAfter(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), MAX_MS);
  const dateMs = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(dateMs) ? null : Math.min(Math.max(0, dateMs - nowMs), MAX_MS);
}
