import { describe, expect, test } from 'vitest';
import { readWhen } from './line-when.ts';
import { readMs, readParagraphs, readText, wireId } from './wire.ts';

const MS = 1_706_400_000_000;

test.each([
  MS,
  MS / 1000,
  String(MS),
  String(MS / 1000),
  '2024-01-28T00:00:00Z',
  '2024-01-28T00:00:00.000Z',
  '2024-01-28T02:00:00+02:00',
  '2024-01-28 00:00:00Z',
  '2024-01-28',
  { _seconds: MS / 1000, _nanoseconds: 0 },
])('the moment %j is read', (value) => expect(readMs(value)).toBe(MS));

test.each([
  0,
  -1,
  Number.NaN,
  Infinity,
  1e300,
  '',
  'soon',
  null,
  undefined,
  true,
  {},
  [],
  '2024-13-01T00:00:00Z',
  '2024-01-28T10:00:00',
  '9999-12-31',
  '9999-12-31T23:59:59Z',
  '0001-01-01',
  '1970-01-01T00:00:01Z',
  253_402_300_799_000,
  1,
  { _seconds: 253_402_300_799 },
])('%j is no moment', (value) => expect(readMs(value)).toBeNull());

describe('the time of a transaction', () => {
  const day = { kind: 'day', day: '2025-01-15' };
  test.each([
    '2025-01-15',
    '2025-01-15T00:00:00Z',
    '2025-01-15T00:00:00.000Z',
    '2025-01-15T18:30:00',
    '2025-01-15 18:30:00',
    '1/15/2025',
    '1/15/25',
  ])('%s is the plain day', (text) => expect(readWhen(text)).toEqual(day));

  test.each([
    ['1/15/25, 9:12 AM', '09:12'],
    ['1/15/25, 9:12\u202fAM', '09:12'],
    ['1/15/25, 9:12\u00a0PM', '21:12'],
    ['1/15/25 9:12pm', '21:12'],
    ['01/15/2025, 3:00:07 PM', '15:00'],
    ['1/15/25, 12:05 AM', '00:05'],
    ['1/15/25, 12:05 PM', '12:05'],
    ['1/15/2025, 14:05', '14:05'],
    ['1/15/25, 11:58 PM EST', '23:58'],
  ])('%s is the day as it is written, and the time of day with it', (text, clock) =>
    expect(readWhen(text)).toEqual({ ...day, clock }),
  );
  test.each(['1/15/25, soon', '1/15/25, 25:10', '1/15/25, 13:10 PM', '1/15/25, 9:61 AM', '1/15/25, 0:10 AM'])(
    '%s is the day, without a time of day',
    (text) => expect(readWhen(text)).toEqual(day),
  );

  test.each([
    ['2025-01-15T23:30:00-05:00', Date.UTC(2025, 0, 16, 4, 30)],
    [1_736_964_000_000, 1_736_964_000_000],
    [1_736_964_000, 1_736_964_000_000],
    ['1736964000', 1_736_964_000_000],
  ])('%s is a moment', (value, ms) => expect(readWhen(value)).toEqual({ kind: 'instant', ms }));

  test.each([
    null,
    undefined,
    '',
    'yesterday',
    '2025-02-30',
    '13/45/2025',
    '31/12/25',
    '2/30/26',
    '1/15/125',
    '1/15/',
    '1/15/25x',
    0,
    {},
  ])('%j is no time', (value) => expect(readWhen(value)).toBeNull());

  test.each([
    '9999-12-31',
    '9999-12-31T23:59:59Z',
    '9999-12-31 23:59',
    '12/31/9999',
    '0001-01-01',
    '1/1/1970',
  ])('%s cannot be meant, and is no time', (text) => expect(readWhen(text)).toBeNull());
});

test('a time may lie ahead, but not more than a year', () => {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const inElevenMonths = day(Date.now() + 330 * 86_400_000);
  expect(readWhen(inElevenMonths)).toEqual({ kind: 'day', day: inElevenMonths });
  expect(readWhen(day(Date.now() + 400 * 86_400_000))).toBeNull();
  expect(readMs(Date.UTC(2015, 0, 1))).toBe(Date.UTC(2015, 0, 1));
});

test('text is one line, without marks that disguise it, and of bounded length', () => {
  expect(readText('  a\u0000b\nc\u202Ed  ')).toBe('a b c d');
  expect(readText('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  expect(readText('x'.repeat(10_000))).toHaveLength(500);
  expect([readText(7), readText(''), readText(' \n'), readText({}), readText(null)]).toEqual([
    '7',
    null,
    null,
    null,
    null,
  ]);
});

test('F3: neither a text nor an id keeps half a surrogate pair, and no cut makes one', () => {
  const halves = ['PIZZA \ud83c', `${'a'.repeat(499)}🍕🍕`, '\udf55'];
  for (const half of halves) {
    const read = [readText(half), readParagraphs(half), wireId.parse(half)];
    for (const text of read) expect(() => encodeURIComponent(text ?? '\ud83c'), half).not.toThrow();
  }
  expect(readText('PIZZA \ud83c')).toBe('PIZZA \uFFFD');
  expect(readText(`${'a'.repeat(499)}🍕🍕`)).toBe('a'.repeat(499));
  expect(readParagraphs(`${'a'.repeat(4_999)}🍕`)).toBe('a'.repeat(4_999));
});
