import type { Alert } from './alert.ts';
import type { RuleResult } from './alerts-of.ts';

/**
 * What each rule of an account has found since it was switched on, by the lists it read. Key: "day us intl".
 */
export type Seen = Readonly<Record<string, { sinceMs: number; ids: readonly string[] }>>;

/** Findings that are gone are remembered too, for a list that was read in part gives them back later. */
const MOST_GONE = 200;

/**
 * What is new since the last read. The first read after a rule was switched on only remembers: its finds are
 * history, except an order dated later than both the rule and `accountSinceMs`, the time of this device's
 * sign-in. A low balance is reported again once it had been enough in between.
 */
export function sinceLastLook(
  seen: Seen,
  looked: readonly RuleResult[],
  accountSinceMs: number,
): { seen: Seen; fresh: Alert[] } {
  const now = { ...seen };
  const fresh: Alert[] = [];
  for (const { kind, of, sinceMs, found } of looked) {
    const key = `${kind} ${of}`.trim();
    const before = seen[key];
    const known = before?.sinceMs === sinceMs ? before.ids : null;
    const isNews = ({ id, atMs }: Alert): boolean =>
      known ? !known.includes(id) : kind === 'order' && atMs > Math.max(sinceMs, accountSinceMs);
    // One by one: a list of a hundred thousand is too long for a call's arguments.
    for (const alert of found) if (isNews(alert)) fresh.push(alert);
    const ids = found.map(({ id }) => id);
    const gone = kind === 'low-balance' ? [] : (known ?? []).filter((id) => !ids.includes(id));
    now[key] = { sinceMs, ids: [...ids, ...gone.slice(0, MOST_GONE)] };
  }
  return { seen: now, fresh };
}
