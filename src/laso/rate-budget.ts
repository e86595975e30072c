const MAX_MS = 24 * 60 * 60_000;
/** However little is left: a header that is misread must not stop the page from reading. */
const MAX_PACE_MS = 10 * 60_000;
/** What reads at the same time (two lists of cards, balance, withdrawals) shares what is left. */
const READERS = 4;
/** What a page with a pending card asks in a minute. */
const MINUTE_OF_POLLS = 30;

interface Left {
  remaining: number;
  limit: number;
  untilMs: number;
}

/** What a server says is left of its limit, by account: polls ask it how slowly to go on. */
export interface RateBudget {
  /** From any answer's headers. Where there are none, or a page may not read them, nothing changes. */
  note(account: string, headers: Pick<Headers, 'get'>): void;
  /** The interval, or a longer one: until the reset, no poll uses up what a person may need. */
  pace(account: string, intervalMs: number): number;
}

export function createRateBudget(now: () => number = Date.now): RateBudget {
  const budgets = new Map<string, Left>();
  return {
    note(account, headers) {
      const left = readLeft(headers, now());
      if (left) budgets.set(account, left);
    },
    pace(account, intervalMs) {
      const left = budgets.get(account);
      const resetMs = (left?.untilMs ?? 0) - now();
      if (!left || resetMs <= 0 || left.remaining > Math.max(left.limit / 10, MINUTE_OF_POLLS - 1))
        return intervalMs;
      const share = (resetMs * READERS) / Math.max(1, left.remaining);
      return Math.max(intervalMs, Math.min(Math.ceil(share), resetMs, MAX_PACE_MS));
    },
  };
}

/** `RateLimit-*` or their `X-` doubles, or the newer `RateLimit: "name";r=12;t=30`, of which the one counts that has the least left. */
function readLeft(headers: Pick<Headers, 'get'>, nowMs: number): Left | null {
  const get = (name: string) => headers.get(`RateLimit${name}`) ?? headers.get(`X-RateLimit${name}`) ?? '';
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

/** `w=60` among the parameters of an item. */
const named = (text: string, name: 'q' | 'r' | 't' | 'w'): number | null =>
  numberIn(new RegExp(`[;,\\s]${name}=(\\d{1,15})`), text);

function numberIn(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text.slice(0, 200))?.[1];
  return found === undefined ? null : Number(found);
}
