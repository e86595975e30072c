import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readIntlCardAmount } from './intl-card-amount.ts';
import { intlCardProduct } from './intl-card-product.ts';

test('whole dollars within the limits are read, however they are written', () => {
  expect(readIntlCardAmount('100').cents).toBe(10_000);
  expect(readIntlCardAmount(' $250.00 ').cents).toBe(25_000);
  expect(readIntlCardAmount('1000').cents).toBe(100_000);
});

test('cents, and what lies outside of the limits, are refused each with its own sentence', () => {
  expect(readIntlCardAmount('100.50').problem).toMatch(/whole dollars only/);
  expect(readIntlCardAmount('99.99').problem).toBe('An international card holds at least $100.00.');
  expect(readIntlCardAmount('1000.01').problem).toBe('An international card holds at most $1,000.00.');
  for (const text of ['', 'abc', '1e3', '€250'])
    expect(readIntlCardAmount(text).problem, text).toBe('Enter an amount in whole dollars, such as 250.');
});

test('F15: a comma is a decimal sign, thousands are refused with a sentence', () => {
  expect(readIntlCardAmount('250,00')).toEqual({ cents: 25_000, problem: null });
  expect(readIntlCardAmount('100,50').problem).toMatch(/whole dollars only/);
  expect(readIntlCardAmount('1,000').problem).toContain('without separators for thousands');
});

test('no text is ever read as an amount Laso does not take', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String)), (text) => {
      const { cents } = readIntlCardAmount(text);
      expect(cents === null || (cents % 100 === 0 && cents >= 10_000 && cents <= 100_000)).toBe(true);
    }),
  );
});

test('the fee shown is what the quote takes beyond the card’s amount, never less than nothing', () => {
  const fee = (paid: bigint) =>
    intlCardProduct.words({ kind: 'intl-card', amountCents: 25_000 }, paid, null).fee.atomic;
  expect(fee(259_500_000n)).toBe(9_500_000n);
  expect(fee(249_000_000n)).toBe(0n);
});
