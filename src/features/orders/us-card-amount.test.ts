import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readUsCardAmount } from './us-card-amount.ts';

test('dollars and cents within the limits are read exactly', () => {
  expect(readUsCardAmount('5').cents).toBe(500);
  expect(readUsCardAmount('1000').cents).toBe(100_000);
  expect(readUsCardAmount(' $49.95 ').cents).toBe(4_995);
  expect(readUsCardAmount('10.1').cents).toBe(1_010);
});

test('what lies outside of the limits is refused with the limit', () => {
  expect(readUsCardAmount('4.99').problem).toBe('A U.S. card holds at least $5.00.');
  expect(readUsCardAmount('1000.01').problem).toBe('A U.S. card holds at most $1,000.00.');
  expect(readUsCardAmount('0').problem).toMatch(/at least/);
});

test('what is no amount in dollars is refused, never rounded or guessed', () => {
  for (const text of ['', ' ', 'abc', '1e2', '5O', '0x32', 'Infinity', '$$50'])
    expect(readUsCardAmount(text), text).toEqual({
      cents: null,
      problem: 'Enter an amount in dollars, such as 50 or 49.95.',
    });
});

test('F15: a comma is a decimal sign, thousands are refused with a sentence', () => {
  expect(readUsCardAmount('49,95')).toEqual({ cents: 4_995, problem: null });
  for (const text of ['1,000', '1.000', '1.000,00', '1 000', "1'000", '10.005'])
    expect(readUsCardAmount(text), text).toEqual({
      cents: null,
      problem: expect.stringContaining('without separators for thousands'),
    });
});

test('every amount Laso takes comes back as the cents it was written from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 500, max: 100_000 }), (cents) => {
      const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
      expect(readUsCardAmount(text)).toEqual({ cents, problem: null });
    }),
  );
});

test('no text is ever read as an amount Laso does not take', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String)), (text) => {
      const { cents } = readUsCardAmount(text);
      expect(cents === null || (Number.isInteger(cents) && cents >= 500 && cents <= 100_000)).toBe(true);
    }),
  );
});
