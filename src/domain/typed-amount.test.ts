import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTypedAmount } from './typed-amount.ts';

const otherwise = 'Enter an amount.';
const read = (text: string, field: { currency?: string | null; exponent?: number } = {}) =>
  readTypedAmount(text, { otherwise, ...field });
const sentences = {
  grouped: /without separators for thousands/,
  digits: /the digits 0 to 9/,
  other: /Enter/,
};

describe('F15: a comma or a point is a decimal sign where one or two digits follow', () => {
  test.each([
    ['50', 5_000],
    ['49,95', 4_995],
    ['49.95', 4_995],
    ['37,41', 3_741],
    ['25,50', 2_550],
    ['25,5', 2_550],
    ['0,01', 1],
    ['1000,00', 100_000],
    [' 50 ', 5_000],
    ['50,', 5_000],
    ['50.', 5_000],
    ['007', 700],
    ['$49,95', 4_995],
    ['49,95 $', 4_995],
    ['usd 49.95', 4_995],
    ['999999999999.99', 99_999_999_999_999],
  ])('%j is %d cents', (text, units) => expect(read(text)).toEqual({ units, problem: null }));

  test.each([
    ['25,50 €', 'EUR', 2, 2_550],
    ['25.50 EUR', 'EUR', 2, 2_550],
    ['£9,5', 'GBP', 2, 950],
    ['1500', 'JPY', 0, 1_500],
    ['1500,00', 'JPY', 0, 1_500],
    ['0,125', 'KWD', 3, 125],
    ['2,5', 'KWD', 3, 2_500],
    ['12.5', null, 2, 1_250],
  ])('%j in %s, %d decimals, is %d units', (text, currency, exponent, units) =>
    expect(read(text, { currency, exponent })).toEqual({ units, problem: null }),
  );
});

describe('F15: grouping is never guessed at', () => {
  test.each([
    '1,000',
    '1.000',
    '1 000',
    '1\u00a0000',
    '1\u202f000',
    "1'000",
    '1’000',
    '1,000.00',
    '1.000,00',
    '1,00,000',
    '1.000.000',
    '10.005',
    '10,0050',
    '0.125',
    '$1,000',
    '1.000 $',
  ])('%j is refused with a sentence', (text) =>
    expect(read(text)).toEqual({ units: null, problem: expect.stringMatching(sentences.grouped) }),
  );

  test('three decimals of a currency that has them are thousands in some countries', () => {
    expect(read('1.250', { currency: 'KWD', exponent: 3 }).problem).toMatch(sentences.grouped);
  });

  test.each(['٥٠', '５０', '५०', '1٥', '۱۲'])('%j is not of our digits', (text) =>
    expect(read(text)).toEqual({ units: null, problem: expect.stringMatching(sentences.digits) }),
  );

  test.each([
    '',
    ' ',
    ',5',
    '.5',
    ',',
    '-3',
    '+3',
    '1e3',
    '0x10',
    'abc',
    '∞',
    '$$50',
    '€50',
    '50 EUR',
    '\u202e05',
    '1 234 €',
  ])('%j is no amount', (text) =>
    expect(read(text)).toEqual({ units: null, problem: expect.stringMatching(sentences.other) }),
  );

  test('a fraction finer than the currency is never rounded', () => {
    expect(read('1,5', { currency: 'JPY', exponent: 0 }).units).toBeNull();
  });
});

/** How people of a country read it: thousands in groups of three or not at all. */
const readerOf = (group: string, decimal: string) => {
  const pattern = new RegExp(`^(\\d{1,3}(?:[${group}]\\d{3})+|\\d+)(?:[${decimal}](\\d*))?$`);
  return (text: string): number | null => {
    const [, whole, fraction = ''] = pattern.exec(text.trim()) ?? [];
    if (whole === undefined) return null;
    return Number(`${whole.replaceAll(new RegExp(`[${group}]`, 'g'), '')}.${fraction}0`);
  };
};

test('F15: no text is read as another amount than an American, a German, a Swiss or a Frenchman reads', () => {
  const readers = [
    readerOf(',', '.'),
    readerOf('.', ','),
    readerOf("'’", '.'),
    readerOf(' \u00a0\u202f', ','),
  ];
  const text = fc
    .array(fc.constantFrom(...'0123456789', '0', '00', '000', '.', ',', ' ', "'", '’', '\u00a0'), {
      maxLength: 9,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (typed) => {
      const { units } = read(typed);
      if (units === null) return;
      const others = readers.map((reader) => reader(typed)).filter((value) => value !== null);
      expect(others.length).toBeGreaterThan(0);
      for (const value of others) expect(Math.round(value * 100), typed).toBe(units);
    }),
    { numRuns: 5_000 },
  );
});
