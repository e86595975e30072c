const MAX_MS = 24 * 60 * 60_000;

/** What is left of a limit, and until when. */
export interface Left {
  remaining: number;
  limit: number;
  untilMs: number;
}

type Get = (name: string) => string | null;

/**
 * `RateLimit-*` or their `X-` doubles, or the newer `RateLimit: "name";r=12;t=30`, of which the one counts
 * that has the least left.
 */
export function readLeft(header: Get, nowMs: number): Left | null {
  const get = (name: string) => header(`RateLimit${name}`) ?? header(`X-RateLimit${name}`) ?? '';
  const policy = get('-Policy');
  const items = get('')
    .split(',')
    .map((item) => ({ remaining: named(item, 'r'), resetSec: named(item, 't') }));
  const least = items
    .filter(({ remaining }) => remaining !== null)
    .toSorted((a, b) => (a.remaining ?? 0) - (b.remaining ?? 0))[0];
  const remaining = least?.remaining ?? count(get('-Remaining'));
  const reset = least?.resetSec ?? count(get('-Reset')) ?? named(policy, 'w');
  if (remaining === null || reset === null) return null;
  // Some write when, in seconds or milliseconds since 1970, instead of how long.
  const waitMs = reset > 1e12 ? reset - nowMs : reset > 1e9 ? reset * 1000 - nowMs : reset * 1000;
  const limit = count(get('-Limit')) ?? named(policy, 'q') ?? count(policy) ?? 0;
  return { remaining, limit, untilMs: nowMs + Math.min(Math.max(0, waitMs), MAX_MS) };
}

/** The number that a text begins with: "120", "120, 120;w=60". */
const count = (text: string): number | null => numberIn(/^\s*(\d{1,15})/, text);

/** Parameters of an item. */
const PARAMETERS = {
  q: /[;,\s]q=(\d{1,15})/,
  r: /[;,\s]r=(\d{1,15})/,
  t: /[;,\s]t=(\d{1,15})/,
  w: /[;,\s]w=(\d{1,15})/,
};
const named = (text: string, name: keyof typeof PARAMETERS): number | null =>
  numberIn(PARAMETERS[name], text);

function numberIn(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text.slice(0, 200))?.[1];
  return found === undefined ? null : Number(found);
}
