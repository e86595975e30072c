import { isDay, type Day, type When } from '#domain/day.ts';
import { readMs } from './wire.ts';

const LEADING_DAY = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/;
const MIDNIGHT = /^\d{4}-\d{2}-\d{2}T00:00(:00(\.0+)?)?(Z|\+00:?00)$/i;
/**
 * "11/4/26, 9:12 AM": month first, and the space before AM and PM may be U+202F or U+00A0. What stands behind
 * the day may be anything.
 */
const AMERICAN_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:$|[,\s])/;
const CLOCK = /^,?\s{0,2}(\d{1,2}):([0-5]\d)(?::\d{2})?(?:\s{0,2}([AP])\.?M)?/i;

/**
 * When a card's line says it was (laso-api.md §2.6). The written day stays that day in every time zone: U.S.
 * lines come in U.S. Eastern time. So does midnight UTC, which is how servers write a plain day as a
 * date-time, and a date-time that names no zone. A day that cannot be meant (`readMs`) is none.
 */
export function readWhen(value: unknown): When | null {
  const text = typeof value === 'string' ? value.trim() : '';
  if (told.has(text)) return { kind: 'day', day: text };
  const american = AMERICAN_DAY.exec(text);
  if (american) return readAmerican(text, american);
  const ms = readMs(value);
  const day = LEADING_DAY.exec(text)?.[1];
  if (day && isTold(day) && (ms === null || day === text || MIDNIGHT.test(text))) return { kind: 'day', day };
  return ms === null ? null : { kind: 'instant', ms };
}

function readAmerican(text: string, american: RegExpExecArray): When | null {
  const [, month = '', date = '', year = ''] = american;
  const day = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!isTold(day)) return null;
  const clock = readClock(text.slice(month.length + date.length + year.length + 2));
  return { kind: 'day', day, ...(clock && { clock }) };
}

/** "9:12 PM" → "21:12"; empty for what is no time of day. */
function readClock(text: string): string {
  const [, written = '', minute = '', half = ''] = CLOCK.exec(text) ?? [];
  const hour = half ? (Number(written) % 12) + (/p/i.test(half) ? 12 : 0) : Number(written);
  const isTime = written && Number(written) <= (half ? 12 : 23) && !(half && Number(written) === 0);
  return isTime ? `${String(hour).padStart(2, '0')}:${minute}` : '';
}

/** Tens of thousands of lines have a few hundred days. What once was a day that can be meant stays one. */
const told = new Set<Day>();

function isTold(day: Day): boolean {
  if (told.has(day)) return true;
  if (!isDay(day) || readMs(day) === null) return false;
  if (told.size > 10_000) told.clear();
  told.add(day);
  return true;
}
