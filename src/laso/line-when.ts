import { isDay, type Day, type When } from '#domain/day.ts';
import { readMs } from './wire.ts';

const LEADING_DAY = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/;
const MIDNIGHT = /^\d{4}-\d{2}-\d{2}T00:00(:00(\.0+)?)?(Z|\+00:?00)$/i;
/** "11/4/26, 9:12 AM": month first, and the space before AM and PM may be U+202F or U+00A0. What stands behind the day may be anything. */
const AMERICAN_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:$|[,\s])/;
const CLOCK = /^,?\s{0,2}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s{0,2}([AP])\.?M\b\.?)?/i;

/**
 * When a card's line says it was (laso-api.md §2.6). The written day stays that day in every time zone: U.S. lines come in U.S. Eastern time. So
 * does midnight UTC, which is how servers write a plain day as a date-time, and a date-time that names no zone. A day that cannot be meant
 * (`readMs`) is none.
 */
export function readWhen(value: unknown): When | null {
  const text = typeof value === 'string' ? value.trim() : '';
  const ms = readMs(value);
  const day = LEADING_DAY.exec(text)?.[1];
  if (day && isTold(day) && (ms === null || day === text || MIDNIGHT.test(text))) return { kind: 'day', day };
  if (ms !== null) return { kind: 'instant', ms };
  return readAmerican(text);
}

function readAmerican(text: string): When | null {
  const [, month = '', date = '', year = ''] = AMERICAN_DAY.exec(text) ?? [];
  const day = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isTold(day)) return null;
  const clock = readClock(text.slice(month.length + date.length + year.length + 2));
  return { kind: 'day', day, ...(clock && { clock }) };
}

/** "9:12 PM" → "21:12"; empty for what is no time of day. */
function readClock(text: string): string {
  const [, hourText = '', minute = '', second, half] = CLOCK.exec(text) ?? [];
  const written = Number(hourText);
  const isTime = half === undefined ? written < 24 : written >= 1 && written <= 12;
  if (hourText === '' || !isTime || Number(minute) > 59 || Number(second ?? 0) > 59) return '';
  const hour = half === undefined ? written : (written % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  return [String(hour).padStart(2, '0'), minute, ...(second === undefined ? [] : [second])].join(':');
}

const isTold = (day: Day): boolean => isDay(day) && readMs(day) !== null;
