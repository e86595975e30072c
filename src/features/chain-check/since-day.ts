import { addDays, dayOf, isDay, type Day } from '#domain/day.ts';
import { isMoment } from '#domain/moment.ts';

/** An order's time and its payment's can differ, and clocks too: a day earlier is sure to hold the first payment. */
const MARGIN_DAYS = 1;

/** The day to begin with: before the first thing known of the account. Null when nothing is known: then the person is asked. */
export function firstDay(knownMs: readonly (number | null)[]): Day | null {
  const known = knownMs.filter((ms): ms is number => ms !== null && isMoment(ms));
  return known.length === 0
    ? null
    : addDays(dayOf(known.reduce((oldest, ms) => Math.min(oldest, ms), Infinity)), -MARGIN_DAYS);
}

/** The reader's midnight at which a day begins, ms; null for what is no day, or a day that has not begun. */
export function startOfDay(day: string, nowMs: number): number | null {
  if (!isDay(day)) return null;
  const ms = Date.parse(`${day}T00:00:00`);
  return ms <= nowMs ? ms : null;
}
