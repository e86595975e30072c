import { expect, test } from 'vitest';
import { readWithdrawalAmount } from './withdrawal-amount.ts';

// F15: "37,41", "1,000".
test.each([
  ['0.01', 1],
  ['41.27', 4127],
  [' $41 ', 4100],
  ['0.3', 30],
  ['37,41', 3741],
])('"%s" is %d cents of $41.27', (text, cents) => {
  expect(readWithdrawalAmount(text, 4127)).toEqual({ cents, problem: null });
});

test.each([
  ['', /Enter an amount/],
  ['ten', /Enter an amount/],
  ['1.005', /without separators for thousands/],
  ['1,000', /without separators for thousands/],
  ['1e3', /Enter an amount/],
  ['0', /least that can be withdrawn is \$0\.01/],
  ['-5', /Enter an amount/],
  ['41.28', /more than the balance, \$41\.27/],
])('"%s" is refused before anything is asked', (text, problem) => {
  expect(readWithdrawalAmount(text, 4127)).toEqual({ cents: null, problem: expect.stringMatching(problem) });
});
