import { expect, test } from 'vitest';
import { readWithdrawalAmount } from './withdrawal-amount.ts';

test.each([
  ['0.01', 1],
  ['41.27', 4127],
  [' $41 ', 4100],
  ['0.3', 30],
])('"%s" is %d cents of $41.27', (text, cents) => {
  expect(readWithdrawalAmount(text, 4127)).toEqual({ cents, problem: null });
});

test.each([
  ['', /Enter an amount/],
  ['ten', /Enter an amount/],
  ['1.005', /Enter an amount/],
  ['1,50', /Enter an amount/],
  ['1e3', /Enter an amount/],
  ['0', /least that can be withdrawn is \$0\.01/],
  ['-5', /least that can be withdrawn is \$0\.01/],
  ['41.28', /more than the balance, \$41\.27/],
])('"%s" is refused before anything is asked', (text, problem) => {
  expect(readWithdrawalAmount(text, 4127)).toEqual({ cents: null, problem: expect.stringMatching(problem) });
});
