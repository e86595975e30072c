import { addDays, dayOf, isDay, type Day } from '#domain/day.ts';
import { useNow } from './use-now.ts';

const thisYear = { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' } as const;
const shortFormat = new Intl.DateTimeFormat('en-US', thisYear);
const longFormat = new Intl.DateTimeFormat('en-US', { ...thisYear, year: 'numeric' });

/**
 * The heading of a day in a list: "Today", "Yesterday", "Thursday, January 15", with the year when it is
 * another one.
 */
export function DayLabel({ day }: { day: Day }) {
  const today = dayOf(useNow(60_000));
  return <time dateTime={isDay(day) ? day : undefined}>{formatDayLabel(day, today)}</time>;
}

/**
 * The words of `DayLabel`. A plain day is never shifted by a time zone; a text that is no day is shown as it
 * is.
 */
export function formatDayLabel(day: Day, today: Day): string {
  if (!isDay(day)) return day;
  if (day === today) return 'Today';
  if (day === addDays(today, -1)) return 'Yesterday';
  const format = day.slice(0, 4) === today.slice(0, 4) ? shortFormat : longFormat;
  return format.format(Date.parse(`${day}T00:00:00Z`));
}
