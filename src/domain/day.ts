import { isMoment, isoTime } from './moment.ts';

/**
 * A calendar day as ISO 8601 writes it, "2025-01-15". It belongs to no time zone, so nothing here shifts it.
 */
export type Day = string;

/**
 * When something happened, as exactly as Laso says: a day, or a moment. A day may come with the time of day
 * as it was written, "14:05" of 24 hours: it belongs to the writer's zone, and so it never makes a moment of
 * the day.
 */
export type When = { kind: 'day'; day: Day; clock?: string } | { kind: 'instant'; ms: number };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** True for days that exist: "2025-02-29" is none. */
export function isDay(text: string): boolean {
  const ms = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The day a moment falls on in a time zone; without one, in the reader's. Empty for what is no moment. */
export function dayOf(ms: number, timeZone?: string): Day {
  if (!isMoment(ms)) return '';
  // A formatter takes a hundred times as long as the reader's own calendar, and feeds ask for thousands of
  // days.
  if (timeZone === undefined) return localDay(new Date(ms));
  const parts = formatter(timeZone).formatToParts(ms);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

export const dayOfWhen = (when: When, timeZone?: string): Day =>
  when.kind === 'day' ? when.day : dayOf(when.ms, timeZone);

/** The time of day that a day was written with; empty for everything else. */
export const clockOf = (when: When | null): string => (when?.kind === 'day' ? (when.clock ?? '') : '');

/** For `sort`: older days first. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * For `sort`: newest first. Within a day moments come before days with a time as written, and these before
 * what has only a day, which keeps the order it had; what has no time at all comes last.
 */
export function newestFirst(timeZone?: string): (a: When | null, b: When | null) => number {
  return (a, b) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    const days = compareDays(dayOfWhen(b, timeZone), dayOfWhen(a, timeZone));
    return days || momentIn(b) - momentIn(a) || compareDays(clockOf(b), clockOf(a));
  };
}

/** "2025-01-31" and 1 → "2025-02-01". What is no day stays as it is. */
export function addDays(day: Day, count: number): Day {
  return isoTime(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS)?.slice(0, 10) ?? day;
}

/** Both ends included; 0 when `to` is before `from`. */
export const countDays = ({ from, to }: { from: Day; to: Day }): number =>
  Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS) + 1);

/** "2025-01-15" → "Jan 15, 2025". Anything that is not a day is returned as it is. */
export function formatDay(day: Day): string {
  return isDay(day) ? LONG.format(Date.parse(`${day}T00:00:00Z`)) : day;
}

const LONG = new Intl.DateTimeFormat('en-US', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});

const localDay = (date: Date): Day =>
  [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');

const momentIn = (when: When): number => (when.kind === 'instant' && isMoment(when.ms) ? when.ms : 0);

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter is slow; thousands of rows ask for the same one. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory',
    timeZone,
  });
  formatters.set(timeZone, made);
  return made;
}
