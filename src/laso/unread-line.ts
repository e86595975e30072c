import { cleanWords } from '#domain/server-words.ts';
import { plainLine } from '#domain/plain-text.ts';

const MOST_FIELDS = 8;
const MOST_OF_A_FIELD = 80;
/** What people know by itself, without the field's name. */
const WORDING = new Set(['description', 'merchant']);
/** Runs of digits as long as card numbers, in groups or not, wherever they stand. */
const NUMBERS = /\d(?:[ .\u00a0\u202f-]?\d){11,}/g;

/**
 * The fields of a line that could not be read, as one text for people: "amount “12,50” · date “soon” ·
 * COFFEE". `known` are the fields that were read and are shown elsewhere.
 */
export function unreadText(line: unknown, known: readonly string[] = []): string {
  const text =
    typeof line === 'object' && line !== null && !Array.isArray(line)
      ? fieldsOf(line, known).join(' · ')
      : valueText(line);
  return cleanWords(text.replaceAll(NUMBERS, '…')) ?? 'an empty line';
}

function fieldsOf(line: object, known: readonly string[]): string[] {
  const fields = Object.entries(line).filter(([name, value]) => !known.includes(name) && value !== null);
  const amount = Object.hasOwn(line, 'amount') && Reflect.get(line, 'amount') !== null ? [] : ['no amount'];
  return [
    ...amount,
    ...fields
      .slice(0, MOST_FIELDS)
      .map(([name, value]) =>
        WORDING.has(name) ? valueText(value) : `${plainLine(name, 30)} “${valueText(value)}”`,
      ),
  ];
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return plainLine(value, MOST_OF_A_FIELD);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  return value === null || value === undefined ? '' : 'an object';
}
