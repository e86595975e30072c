import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PUSH_MAX_CENTS, PUSH_MIN_CENTS } from '#laso/get-push-to-card.ts';
import { readPushAmount } from './push-amount.ts';

test.each([
  ['100', 10_000],
  [' $9541.98 ', 954_198],
  ['10', 1_000],
  ['37,41', 3_741],
])('%s is read exactly', (text, cents) => expect(readPushAmount(text)).toEqual({ cents, problem: null }));

test.each([
  ['9541.99', 'A transfer is at most 9,541.98 USD.'],
  ['9.99', 'A transfer is at least 10.00 USD.'],
  ['1e3', 'Enter an amount in dollars, such as 100 or 99.50.'],
  ['€12.5', 'Enter an amount in dollars, such as 100 or 99.50.'],
  ['', 'Enter an amount in dollars, such as 100 or 99.50.'],
])('%j is refused: %s', (text, problem) => expect(readPushAmount(text)).toEqual({ cents: null, problem }));

test('F15: the comma and the sign of the chosen currency are read, thousands are refused with a sentence', () => {
  expect(readPushAmount('25,50 €', 'EUR').cents).toBe(2_550);
  expect(readPushAmount('€25,50', 'EUR').cents).toBe(2_550);
  expect(readPushAmount('1.000', 'EUR').problem).toContain('without separators for thousands');
});

test('in another currency the sentences name it', () => {
  expect(readPushAmount('x', 'EUR').problem).toContain('euros');
  expect(readPushAmount('1', 'GBP').problem).toBe('A transfer is at least 10.00 GBP.');
});

test('no text is ever read as an amount Laso does not take', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String)), (text) => {
      const { cents } = readPushAmount(text);
      if (cents !== null) expect(cents >= PUSH_MIN_CENTS && cents <= PUSH_MAX_CENTS).toBe(true);
    }),
  );
});
