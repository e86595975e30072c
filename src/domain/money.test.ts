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
  ])('%s is %d cents', (value, cents) => expect(centsFromWire(value)).toBe(cents));
  test.each([null, undefined, {}, Number.NaN, Infinity, 'x', true])('%s is no amount', (value) =>
    expect(centsFromWire(value)).toBeNull(),
  );
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
