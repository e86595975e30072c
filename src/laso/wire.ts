import * as z from 'zod/mini';
import { isDay } from '#domain/day.ts';
import { centsFromWire } from '#domain/money.ts';
import { cutText, plainLine, wellFormed } from '#domain/plain-text.ts';

/**
 * Liberal field readers: a field that is missing, null or of another type becomes null instead of failing the
 * whole answer. A number may come as a string and the other way round; times come in seconds, milliseconds or
 * ISO 8601 (lessons.md R21).
 */
const wire = <T>(read: (value: unknown) => T) => z.pipe(z.optional(z.unknown()), z.transform(read));

export const wireText = wire(readText);
export const wireCents = wire(centsFromWire);
export const wireMs = wire(readMs);
export const wireFlag = wire(readFlag);
/**
 * An id: as it is, never shortened. Half a surrogate pair in it cannot have been meant, and no address could
 * hold it.
 */
export const wireId = wire(readId);
/** A list, or nothing when it is none. */
export const wireList = wire((value): unknown[] => (Array.isArray(value) ? value : []));

/** An object of this form, or null: a broken part never spoils the whole. */
export const wireObject = <T>(schema: z.ZodMiniType<T>) =>
  wire((value): T | null => {
    const parsed = z.safeParse(schema, value);
    return parsed.success ? parsed.data : null;
  });

const MAX_TEXT = 500;

/** One line of plain text for people to read; null when there is none. */
export function readText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? plainLine(value, MAX_TEXT) || null : null;
}

const MAX_PARAGRAPHS = 5_000;

/** Plain text of several lines, such as instructions; null when there is none. */
export function readParagraphs(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const lines = cutText(value, MAX_PARAGRAPHS).split(/\r?\n/);
  const text = lines
    .map((line) => plainLine(line, MAX_PARAGRAPHS))
    .join('\n')
    .trim();
  return text || null;
}

function readId(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' ? wellFormed(value).trim() || null : null;
}

export function readFlag(value: unknown): boolean | null {
  if (value === true || value === 'true' || value === 1) return true;
  if (value === false || value === 'false' || value === 0) return false;
  return null;
}

// Below this a number of milliseconds would lie before March 1973: it is seconds.
const SECONDS_BELOW = 1e11;
/**
 * Valid times lie between these two: USDC started in 2018, and nothing is booked more than a year ahead. A
 * time outside is a server's mistake ("9999-12-31" for "never"), which would stretch every period over
 * thousands of years.
 */
const EARLIEST_MS = Date.UTC(2015, 0, 1);
const AHEAD_MS = 366 * 86_400_000;

/**
 * A moment in ms since 1970, or null. Zero, negative numbers and times that cannot be meant are "none" on
 * this wire.
 */
export function readMs(value: unknown): number | null {
  const ms = anyMs(value);
  return ms !== null && ms >= EARLIEST_MS && ms <= Date.now() + AHEAD_MS ? ms : null;
}

function anyMs(value: unknown): number | null {
  if (typeof value === 'string' && !/^\s*\d+(\.\d+)?\s*$/.test(value)) return readIso(value.trim());
  if (typeof value === 'object' && value !== null) return readFirestoreTime(value);
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !(number > 0)) return null;
  return Math.trunc(number < SECONDS_BELOW ? number * 1000 : number);
}

// Without a zone a date-time says no moment: it would mean another one in every reader's browser.
const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;

function readIso(text: string): number | null {
  if (isDay(text)) return Date.parse(`${text}T00:00:00Z`);
  const ms = ISO.test(text) ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(ms) ? null : ms;
}

/**
 * Laso runs on Firebase, whose time stamps become `{_seconds, _nanoseconds}` when a server forgets to convert
 * them.
 */
function readFirestoreTime(value: object): number | null {
  const seconds = Reflect.get(value, '_seconds') ?? Reflect.get(value, 'seconds');
  return typeof seconds === 'number' ? anyMs(seconds) : null;
}
