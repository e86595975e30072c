import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountProblem,
  amountsText,
  leftOutText,
  limitsOf,
  nameMatcher,
  orderableDenominations,
  type GiftCardProduct,
} from './gift-card.ts';

const product = (changes: Partial<GiftCardProduct> = {}): GiftCardProduct => ({
  id: 'amazon-us',
  name: 'Amazon',
  description: null,
  category: null,
  country: 'US',
  currency: 'USD',
  exponent: 2,
  minUnits: 500,
  maxUnits: 50_000,
  incrementUnits: 100,
  denominations: null,
  pictureUrl: null,
  brandDescription: null,
  redemptionInstructions: null,
  ...changes,
});

describe('amounts are exact', () => {
  test('steps of 0.05 take every twentieth of a dollar and nothing between', () => {
    const coffee = product({ incrementUnits: 5 });
    for (const units of [505, 1_235, 2_995]) expect(amountProblem(coffee, units)).toBeNull();
    for (const units of [501, 1_233, 2_999])
      expect(amountProblem(coffee, units)).toBe('This gift card comes in steps of $0.05.');
  });
  test('every multiple of a step within the range is taken, whatever the step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 500 }),
        (incrementUnits, steps) => {
          const units = 500 + steps * incrementUnits;
          fc.pre(units <= 50_000);
          expect(amountProblem(product({ incrementUnits }), units)).toBeNull();
        },
      ),
    );
  });
  test('denominations: these and no others', () => {
    const steam = product({ denominations: [500, 2_499] });
    expect(amountProblem(steam, 2_499)).toBeNull();
    expect(amountProblem(steam, 2_500)).toBe('Choose one of the amounts.');
  });
  test('the range is named in the product’s own currency', () => {
    const yen = product({
      currency: 'JPY',
      exponent: 0,
      minUnits: 1_000,
      maxUnits: 50_000,
      incrementUnits: 500,
    });
    expect(amountProblem(yen, 999)).toBe('The smallest amount of this gift card is 1,000 JPY.');
    expect(amountProblem(yen, 50_500)).toBe('The largest amount of this gift card is 50,000 JPY.');
    expect(amountProblem(yen, 1_500)).toBeNull();
  });
});

test('Laso’s $5 to $9,000 hold for dollars only: of other currencies the quote decides', () => {
  expect(limitsOf(product({ minUnits: 100, maxUnits: 2_000_000 }))).toEqual({ least: 500, most: 900_000 });
  expect(limitsOf(product({ currency: 'SAR', minUnits: 100, maxUnits: 2_000_000 }))).toEqual({
    least: 100,
    most: 2_000_000,
  });
  expect(amountProblem(product({ minUnits: null, maxUnits: null, incrementUnits: null }), 499)).toMatch(
    /\$5\.00/,
  );
});

describe('fixed dollar amounts below Laso’s $5', () => {
  const app = product({ minUnits: 100, maxUnits: 1_000, denominations: [100, 200, 500, 1_000] });
  test('are not offered, and the reason is Laso’s limit', () => {
    expect(orderableDenominations(app)).toEqual([500, 1_000]);
    expect(amountsText(app)).toBe('$5.00 or $10.00');
    expect(leftOutText(app)).toBe('Laso sells gift cards from $5.00; smaller amounts are left out.');
    expect(amountProblem(app, 100)).toBe('Laso sells gift cards from $5.00.');
  });
  test('leave nothing to order where there are no others', () => {
    const pocket = product({ minUnits: 100, maxUnits: 200, denominations: [100, 200] });
    expect(orderableDenominations(pocket)).toEqual([]);
    expect(amountsText(pocket)).toBe('Not for sale in these amounts');
  });
  test('of another currency are all offered', () => {
    const ryal = product({ currency: 'SAR', minUnits: null, maxUnits: null, denominations: [100, 200] });
    expect(orderableDenominations(ryal)).toEqual([100, 200]);
    expect(leftOutText(ryal)).toBeNull();
  });
});

test('what may be ordered is said in a few words', () => {
  expect(amountsText(product())).toBe('$5.00 to $500.00');
  expect(amountsText(product({ denominations: [500, 1_000, 2_500] }))).toBe('$5.00, $10.00 or $25.00');
  const riyals = { currency: 'SAR', minUnits: null, maxUnits: null };
  expect(amountsText(product({ ...riyals, denominations: [5_000, 10_000, 50_000] }))).toBe(
    '50.00, 100.00 or 500.00 SAR',
  );
  expect(amountsText(product({ currency: 'EUR' }))).toBe('5.00 to 500.00 EUR');
  expect(amountsText(product({ denominations: [500] }))).toBe('$5.00');
  expect(amountsText(product({ denominations: [1, 2, 3, 4, 5].map((n) => n * 500) }))).toBe(
    '$5.00 to $25.00, 5 amounts',
  );
  expect(amountsText(product({ currency: 'EUR', minUnits: 500, maxUnits: null }))).toBe('From 5.00 EUR');
  expect(amountsText(product({ currency: 'EUR', minUnits: null, maxUnits: null }))).toBeNull();
});

test('a name is found by all its typed words, in any order', () => {
  expect(nameMatcher(' House cof')(product({ name: 'Blue Coffee House' }))).toBe(true);
  expect(nameMatcher('house tea')(product({ name: 'Blue Coffee House' }))).toBe(false);
});
