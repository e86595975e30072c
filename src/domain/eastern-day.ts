import { dayOf, type Day, type When } from './day.ts';
import { isMoment } from './moment.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZONE = 'America/New_York';
/** By days of UTC: the hour of it at which the next day begins in New York, 4 in summer and 5 in winter. */
const beginnings = new Map<number, number>();

/**
 * The day in U.S. Eastern time, in which Laso writes the days of card lines. Some answers have the day and
 * others the moment (laso-api.md §2.6): this day is the same for both, wherever the reader is. Empty where
 * there is none. Zones are asked once a day of history, for lists are long.
 */
export function easternDay(when: When | null): Day {
  if (when === null) return '';
  if (when.kind === 'day') return when.day;
  if (!isMoment(when.ms) || !isMoment(when.ms - DAY_MS)) return '';
  const midnight = Math.floor(when.ms / DAY_MS) * DAY_MS;
  const begins = beginnings.get(midnight) ?? beginningAt(midnight);
  beginnings.set(midnight, begins);
  return dayOfUtc(when.ms - midnight < begins * HOUR_MS ? midnight - DAY_MS : midnight);
}

/** Clocks change at 2 in the night there, after the day began. */
const beginningAt = (midnight: number): number =>
  dayOf(midnight + 4.5 * HOUR_MS, ZONE) === dayOfUtc(midnight) ? 4 : 5;

const dayOfUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
