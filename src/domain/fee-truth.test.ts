import { describe, expect, test } from 'vitest';
import { feeOfCard, perMilleText } from './fee-truth.ts';
import { testCard } from '#testing/card.ts';

const intl = (chargedCents: number | null, feesCents: number | null = null) =>
  feeOfCard(testCard({ type: 'intl', usdAmountCents: 25_000, chargedCents, feesCents }));

describe('the fee of a card', () => {
  test('is what was charged above its face value, beside the documented 3.8 %', () =>
    expect(intl(25_950)).toEqual({
      feeCents: 950,
      documentedCents: 950,
      perMille: 38,
      documentedPerMille: 38,
      drift: null,
    }));

  test('differs when it is more than a rounding away, in either direction', () => {
    expect(intl(25_951)?.drift).toBeNull();
    expect(intl(25_952)?.drift).toBe('above');
    expect(intl(25_000)?.drift).toBe('below');
  });

  test('is Laso’s own figure where only that is known, and unknown where nothing is', () => {
    expect(intl(null, 950)?.feeCents).toBe(950);
    expect(intl(null)).toBeNull();
    expect(feeOfCard(testCard({ type: 'other', chargedCents: 5_100 }))).toBeNull();
  });

  test('of a U.S. card is documented as none', () =>
    expect(feeOfCard(testCard({ chargedCents: 5_000 }))).toMatchObject({ feeCents: 0, drift: null }));
});

test.each([
  [38, '3.8 %'],
  [0, '0 %'],
  [40, '4 %'],
  [-5, '\u22120.5 %'],
])('%d per mille reads "%s"', (perMille, text) => expect(perMilleText(perMille)).toBe(text));
