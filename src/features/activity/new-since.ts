import type { AccountId } from '#domain/account.ts';
import type { ActivityItem } from '#domain/activity.ts';
import { addDays, dayOf, dayOfWhen } from '#domain/day.ts';
import { shortHash } from '#domain/short-hash.ts';
import type { Visit } from '#storage/visits.ts';

/** Laso books a purchase up to days after its day: this far back something can still appear. */
const LATE_DAYS = 7;

/**
 * What a visit at `atMs` has seen, for the next one to compare with. Of a few hundred hashes two are the same once in fifty thousand visits, and
 * then one item is not marked.
 */
export function visitOf(items: readonly ActivityItem[], account: AccountId, atMs: number): Visit {
  const since = addDays(dayOf(atMs), -LATE_DAYS);
  const recent = items.filter(
    (item) => item.accountId === account && item.when !== null && dayOfWhen(item.when) >= since,
  );
  return { atMs, recent: recent.map(({ key }) => shortHash(key)) };
}

/** True for what appeared since: of the days around the last visit and after it, and not seen then. A first visit has nothing new. */
export function isNewSince(visit: Visit | undefined): (item: ActivityItem) => boolean {
  if (!visit) return () => false;
  const since = addDays(dayOf(visit.atMs), -LATE_DAYS);
  const seen = new Set(visit.recent);
  return (item) => item.when !== null && dayOfWhen(item.when) >= since && !seen.has(shortHash(item.key));
}
