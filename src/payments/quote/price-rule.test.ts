import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitsOf, priceDeviation, type PriceRule } from './price-rule.ts';
import { challengeOf, challengeRaw } from '../testing/order-builders.ts';

const at = (previewAtomic: bigint | null): PriceRule => ({ kind: 'at-quote', previewAtomic });
const PREVIEW = 259_500_000n;

test('the documented price, rounded to the cent or not, is no deviation', () => {
  for (const amount of [PREVIEW, PREVIEW + 9_999n, PREVIEW - 9_999n])
    expect(priceDeviation(at(PREVIEW), amount)).toBeNull();
});

test('a cent beside it is said, in both directions', () => {
  expect(priceDeviation(at(PREVIEW), 259_510_000n)).toMatchObject({ kind: 'above', perMille: 1 });
  expect(priceDeviation(at(PREVIEW), 259_490_000n)).toMatchObject({ kind: 'below', perMille: 1 });
});

test('ten percent above is a caution, 10.1 % must be typed, and half the price is neither', () => {
  expect(priceDeviation(at(PREVIEW), 285_450_000n)).toMatchObject({ kind: 'above', perMille: 100 });
  expect(priceDeviation(at(PREVIEW), 285_450_001n)).toMatchObject({ kind: 'far-above' });
  expect(priceDeviation(at(PREVIEW), 285_709_500n)).toMatchObject({ kind: 'far-above', perMille: 101 });
  expect(priceDeviation(at(PREVIEW), 129_750_000n)).toMatchObject({ kind: 'below', perMille: 500 });
});

test('without a documented formula nothing deviates', () => {
  expect(priceDeviation(at(null), 1n)).toBeNull();
});

test('an exact price is the guard’s matter, not a caution', () => {
  expect(priceDeviation({ kind: 'exact', atomic: PREVIEW }, PREVIEW * 2n)).toBeNull();
});

test('more than a tenth above is always to be typed, and nothing else ever is', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1_000_000n, max: 10_000_000_000n }),
      fc.bigInt({ min: 0n, max: 20_000_000_000n }),
      (preview, amount) => {
        const far = priceDeviation(at(preview), amount)?.kind === 'far-above';
        expect(far).toBe((amount - preview) * 10n > preview);
      },
    ),
  );
});

test('what may be paid: the exact price, or the quote’s own and never more', () => {
  const [offer] = challengeOf(challengeRaw).offers;
  if (!offer) throw new Error('The documented challenge has no offer.');
  expect(limitsOf({ kind: 'exact', atomic: 7n }, 'u', offer)).toEqual({
    requestUrl: 'u',
    exactAmountAtomic: 7n,
    maxAmountAtomic: 7n,
  });
  expect(limitsOf(at(1n), 'u', offer)).toEqual({ requestUrl: 'u', maxAmountAtomic: 50_000_000n });
  expect(limitsOf(at(1n), 'u', null)).toEqual({ requestUrl: 'u', maxAmountAtomic: 0n });
});
