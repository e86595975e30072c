import { isMoment } from '#domain/moment.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNKNOWN = '—';

const exact = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
});
const dayThisYear = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });
const dayOtherYear = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'short', day: 'numeric' });

/**
 * "Nov 21, 2026, 14:03:09 GMT+1": the moment in the reader's zone, with the zone. Every function here returns
 * "—" for an invalid time.
 */
export const formatExactTime = (ms: number): string => (isMoment(ms) ? exact.format(ms) : UNKNOWN);

/** "just now", "5 min ago", "in 3 h", "2 d ago"; from a week on the date. */
export function formatRelativeTime(ms: number, now: number): string {
  if (!isMoment(ms)) return UNKNOWN;
  const distance = Math.abs(now - ms);
  if (distance < MINUTE) return 'just now';
  if (distance >= 7 * DAY) return formatDate(ms, now);
  const text =
    distance < HOUR
      ? `${Math.floor(distance / MINUTE)} min`
      : distance < DAY
        ? `${Math.floor(distance / HOUR)} h`
        : `${Math.floor(distance / DAY)} d`;
  return ms <= now ? `${text} ago` : `in ${text}`;
}

/** "12 s", "4 min", "3 h": how old something is, to the second in the first minute. */
export function formatAge(ms: number, now: number): string {
  if (!isMoment(ms)) return UNKNOWN;
  const age = Math.max(0, now - ms);
  if (age < MINUTE) return `${Math.floor(age / 1_000)} s`;
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min`;
  return age < DAY ? `${Math.floor(age / HOUR)} h` : `${Math.floor(age / DAY)} d`;
}

function formatDate(ms: number, now: number): string {
  const sameYear = new Date(ms).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayThisYear : dayOtherYear).format(ms);
}
