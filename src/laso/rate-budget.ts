import { readLeft, type Left } from './rate-headers.ts';

/** However little is left: a header that is misread must not stop the page from reading. */
const MAX_PACE_MS = 10 * 60_000;
/** What reads at the same time (two lists of cards, balance, withdrawals) shares what is left. */
const READERS = 4;
/** What a page with a pending card asks in a minute. */
const MINUTE_OF_POLLS = 30;

/** What a server says is left of its limit, by account: polls ask it how slowly to go on. */
export interface RateBudget {
  /** Takes any answer's headers. Without headers, or where a page may not read them, nothing changes. */
  note(account: string, headers: Pick<Headers, 'get'>): void;
  /** The interval, or a longer one: until the reset, no poll uses up what a person may need. */
  pace(account: string, intervalMs: number): number;
}

export function createRateBudget(now: () => number = Date.now): RateBudget {
  const budgets = new Map<string, Left>();
  return {
    note(account, headers) {
      const left = readLeft((name) => headers.get(name), now());
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
