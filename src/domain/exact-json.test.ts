import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExactJson } from './exact-json.ts';

test.each([
  [
    'a code of 19 digits',
    '{"redemption_code":6006491234567890123}',
    { redemption_code: '6006491234567890123' },
  ],
  ['a PIN of 17', '{"pin_code": 90071992547409931 }', { pin_code: '90071992547409931' }],
  ['in a list, negative, deep', '[[-12345678901234567890]]', [['-12345678901234567890']]],
  ['alone', '12345678901234567890', '12345678901234567890'],
  ['with an exponent', '[6.006491234567890123e18]', ['6.006491234567890123e18']],
])('F1: %s is kept digit for digit', (_what, text, value) => expect(parseExactJson(text)).toEqual(value));

test.each([
  ['16 digits that a number holds', '{"n":4111111111111111}', { n: 4111111111111111 }],
  ['money', '{"a":50.00,"b":0.1,"c":1e3,"d":9541.98}', { a: 50, b: 0.1, c: 1000, d: 9541.98 }],
  [
    'digits in a string',
    '{"s":"6006491234567890123 \\" 90071992547409931"}',
    { s: '6006491234567890123 " 90071992547409931' },
  ],
  ['a name of digits', '{"6006491234567890123":1}', { '6006491234567890123': 1 }],
])('%s stays what JSON.parse makes of it', (_what, text, value) =>
  expect(parseExactJson(text)).toEqual(value),
);

test.each(['', '{', '{"a":01}', '{"a":6006491234567890123', 'NaN', "{'a':1}"])(
  '%j is no JSON, as before',
  (text) => expect(() => parseExactJson(text)).toThrow(SyntaxError),
);

test('F1: everything that JSON.stringify writes is read as JSON.parse reads it, whatever the spaces', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.constantFrom(0, 2), (value, space) => {
      const text = JSON.stringify(value, null, space);
      expect(parseExactJson(text)).toEqual(JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});

test('F1: every whole number comes digit for digit, as a number or as text', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.string(), (number, beside) => {
      const read = parseExactJson(`{"n":${number},"s":${JSON.stringify(beside)}}`);
      const { n, s } = Object(read);
      expect([typeof n === 'number' ? BigInt(n).toString() : n, s]).toEqual([number.toString(), beside]);
    }),
    { numRuns: 500 },
  );
});
