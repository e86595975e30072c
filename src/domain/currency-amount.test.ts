import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decimalsOf,
  dollarCents,
  formatAmount,
  minorDigits,
  parseUnits,
  unitsToQuery,
} from './currency-amount.ts';

test('decimal text becomes whole units of the exponent, exactly', () => {
  expect(parseUnits('12.5', 2)).toBe(1_250);
  expect(parseUnits('0.05', 2)).toBe(5);
  expect(parseUnits('0.050', 2)).toBe(5);
  expect(parseUnits('9541.98', 2)).toBe(954_198);
  expect(parseUnits('1500', 0)).toBe(1_500);
  expect(parseUnits('0.005', 3)).toBe(5);
});

test('what has more decimals than the unit, or is no plain decimal, is refused, never rounded', () => {
  for (const text of ['0.005', '1.001', '-5', '+5', '1e2', '', ' ', '.5', '1,5', '0x5', '٥', 'Infinity'])
    expect(parseUnits(text, 2), text).toBeNull();
});

test('units go into a request as they came out of the text', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 - 1 }), fc.integer({ min: 0, max: 3 }), (units, exponent) => {
      expect(parseUnits(unitsToQuery(units, exponent), exponent)).toBe(units);
    }),
  );
  expect(unitsToQuery(5, 2)).toBe('0.05');
  expect(unitsToQuery(5_000, 2)).toBe('50');
  expect(unitsToQuery(25_950, 2)).toBe('259.5');
});

test('amounts are written with their currency and its usual decimals, more only where there is more', () => {
  expect(formatAmount({ units: 123_450, exponent: 2, currency: 'USD' })).toBe('$1,234.50');
  expect(formatAmount({ units: 1_250, exponent: 2, currency: 'EUR' })).toBe('12.50 EUR');
  expect(formatAmount({ units: 150_000, exponent: 2, currency: 'JPY' })).toBe('1,500 JPY');
  expect(formatAmount({ units: 12_345, exponent: 3, currency: 'EUR' })).toBe('12.345 EUR');
  expect(formatAmount({ units: 5, exponent: 0, currency: 'KWD' })).toBe('5.000 KWD');
  expect(formatAmount({ units: 5, exponent: 0, currency: null })).toBe('5.00');
  expect(formatAmount({ units: 5, exponent: 0, currency: 'NOPE!' })).toBe('5.00 NOPE!');
});

test('the decimals a text needs, and those of a currency', () => {
  expect(['5', '5.0', '0.050', '1.125', 'x'].map(decimalsOf)).toEqual([0, 0, 2, 3, null]);
  expect(['USD', 'JPY', 'KWD', 'NOPE!', null].map(minorDigits)).toEqual([2, 0, 3, 2, 2]);
});

test('only whole cents of dollars are cents', () => {
  expect(dollarCents({ units: 50, exponent: 0, currency: 'USD' })).toBe(5_000);
  expect(dollarCents({ units: 12_340, exponent: 3, currency: 'USD' })).toBe(1_234);
  expect(dollarCents({ units: 12_345, exponent: 3, currency: 'USD' })).toBeNull();
  expect(dollarCents({ units: 50, exponent: 0, currency: 'EUR' })).toBeNull();
});
