import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  centsFromWire,
  centsToQuery,
  centsToUsdcAtomic,
  formatUsd,
  formatUsdc,
  parseCents,
  parseUsdc,
} from './money.ts';

describe('a plain decimal', () => {
  test.each([
    ['50', 5000],
    ['50.5', 5050],
    [' 9541.98 ', 954198],
    ['0.01', 1],
    ['-3', -300],
    ['12.', 1200],
  ])('%s is %d cents', (text, cents) => expect(parseCents(text)).toBe(cents));
  test.each(['', '.', '1e3', '1,000', '10.005', 'abc', '0x10', 'NaN', '∞', '1 0'])(
    '%s is no amount',
    (text) => expect(parseCents(text)).toBeNull(),
  );
});

describe('what a server sends', () => {
  test.each([
    [259.5, 25950],
    [9541.98, 954198],
    [0.1 + 0.2, 30],
    ['88.15', 8815],
    [1e-7, 0],
    [0, 0],
    [-12.5, -1250],
    [1.005, 101],
    [-1e-7, 0],
    ['12.', 1200],
    ['$50.00', 5000],
    ['$1,050.00', 105_000],
    ['1,234,567.89', 123_456_789],
    [' $ 4.10 ', 410],
    ['\u00a0$\u202f4.10\u00a0', 410],
    ['-$30.00', -3000],
    ['$-30.00', -3000],
    ['- $30', -3000],
    ['\u2212$30.00', -3000],
    ['$\u22121,000.5', -100_050],
    ['+$7', 700],
    ['30.00-', -3000],
    ['$30.00 \u2212', -3000],
    ['($4.10)', -410],
    ['( -$4.10 )', -410],
    ['US$5', 500],
    ['usd 1,000', 100_000],
    ['5.00 USD', 500],
    ['5.00$', 500],
    ['-0.00', 0],
  ])('%s is %d cents', (value, cents) => expect(centsFromWire(value)).toBe(cents));
  test.each([
    ...[null, undefined, {}, Number.NaN, Infinity, 'x', true, '', '$', '()', '-', '.5', '1e3', '0x10', '€5'],
    ...[
      '12,50',
      '1.000,00',
      '$1,00.00',
      '1,0000',
      '0,123',
      '1,234,56',
      ',123',
      '1 000',
      '1.2.3',
      '1,234.567,8',
    ],
    ...[
      '--5',
      '-$-5',
      '-5-',
      '(5',
      '5)',
      '$(4.10)',
      '((5))',
      '(+5)',
      '$$5',
      '$5 USD',
      '+5-',
      '5 EUR',
      '$5 approx',
    ],
    ...['99999999999999', '1'.repeat(60), ' '.repeat(50_000) + '5,', '1,'.repeat(50_000)],
  ])('%s is no amount', (value) => expect(centsFromWire(value)).toBeNull());
});

test('every cent up to a million dollars survives the way to the wire and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
      expect(centsFromWire(JSON.parse(centsToQuery(cents)))).toBe(cents);
      expect(parseCents(centsToQuery(cents))).toBe(cents);
      expect(parseUsdc(formatUsdc(centsToUsdcAtomic(cents)).replaceAll(',', ''))).toBe(
        centsToUsdcAtomic(cents),
      );
    }),
  );
});

test('amounts are written for people', () => {
  expect(formatUsd(123456789)).toBe('$1,234,567.89');
  expect(formatUsd(-5)).toBe('\u2212$0.05');
  expect(formatUsdc(50_000_000n)).toBe('50.00');
  expect(formatUsdc(1_000n)).toBe('0.001');
  expect(formatUsdc(1_234_567_890_000n)).toBe('1,234,567.89');
});
