import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutEnd, groupedDigits, withoutEndZeros } from './cut-end.ts';

test.each([
  ['', ''],
  ['1', '1'],
  ['123', '123'],
  ['1234', '1,234'],
  ['1234567', '1,234,567'],
])('%j in groups is %j', (digits, grouped) => expect(groupedDigits(digits)).toBe(grouped));

test('only what stands at the end is cut', () => {
  expect(withoutEndZeros('00100')).toBe('001');
  expect(withoutEndZeros('000')).toBe('');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('0', '1') }), (digits) => {
      expect(withoutEndZeros(digits)).toBe(digits.replace(/0+$/, ''));
      expect(cutEnd(digits, () => false)).toBe(digits);
    }),
  );
});
