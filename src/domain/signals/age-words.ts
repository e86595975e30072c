const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/**
 * How long something has taken so far, in the largest unit that is still exact enough: "90 seconds", "25
 * minutes", "30 hours", "9 days".
 */
export function ageWords(ms: number): string {
  if (ms < 2 * MINUTE_MS) return counted(Math.max(0, Math.floor(ms / 1_000)), 'second');
  if (ms < 2 * HOUR_MS) return counted(Math.floor(ms / MINUTE_MS), 'minute');
  return ms < 2 * DAY_MS
    ? counted(Math.floor(ms / HOUR_MS), 'hour')
    : counted(Math.floor(ms / DAY_MS), 'day');
}
