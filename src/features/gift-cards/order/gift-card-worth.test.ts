import { expect, test } from 'vitest';
import { worthOf } from './gift-card-worth.ts';

const dollars = (units: number, currency: string | null = 'USD') => ({ units, exponent: 2, currency });

test('the same amount is what was ordered, however it is written', () => {
  const answered = { units: 50, exponent: 0, currency: 'USD' };
  expect(worthOf(answered, dollars(5_000))).toEqual({ amount: dollars(5_000), ordered: null });
  expect(worthOf(null, dollars(5_000))).toEqual({ amount: dollars(5_000), ordered: null });
  expect(worthOf(dollars(5_000), dollars(5_000, null)).amount.currency).toBe('USD');
});

test('another amount or another currency counts, with what was ordered beside it', () => {
  expect(worthOf(dollars(4_500), dollars(5_000))).toEqual({ amount: dollars(4_500), ordered: '$50.00' });
  expect(worthOf(dollars(5_000, 'EUR'), dollars(5_000))).toMatchObject({ ordered: '$50.00' });
  expect(worthOf(dollars(4_500, null), dollars(5_000)).amount).toEqual(dollars(4_500));
});
