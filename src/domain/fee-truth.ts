import type { Card } from './card.ts';

/**
 * What is documented on top of a card's face value (laso-api.md §3). Per mille, so that it stays an integer.
 */
const FEE_PER_MILLE = { us: 0, intl: 38 } as const;
/** Rounding of the server's own figures. */
export const FEE_TOLERANCE_CENTS = 1;

export interface CardFee {
  /** Charged − face. */
  feeCents: number;
  /** What the documents ask for this face value. */
  documentedCents: number;
  /** The fee in per mille of the face value, rounded: 38 = 3.8 %. Null for a card without face value. */
  perMille: number | null;
  documentedPerMille: number;
  /**
   * More or less than documented by more than a rounding. Less is not an error: Laso sometimes lowers the
   * international fee, even to zero.
   */
  drift: 'above' | 'below' | null;
}

/** Null where Laso does not say what was charged, or nothing is documented for the type. */
export function feeOfCard(
  card: Pick<Card, 'type' | 'chargedCents' | 'usdAmountCents' | 'feesCents'>,
): CardFee | null {
  const { type, usdAmountCents: face } = card;
  if (face === null || type === 'other') return null;
  const feeCents = card.chargedCents === null ? card.feesCents : card.chargedCents - face;
  if (feeCents === null) return null;
  const documentedPerMille = FEE_PER_MILLE[type];
  const documentedCents = Math.round((face * documentedPerMille) / 1000);
  return {
    feeCents,
    documentedCents,
    perMille: face > 0 ? Math.round((feeCents * 1000) / face) : null,
    documentedPerMille,
    drift: driftOf(feeCents - documentedCents),
  };
}

function driftOf(cents: number): CardFee['drift'] {
  if (Math.abs(cents) <= FEE_TOLERANCE_CENTS) return null;
  return cents > 0 ? 'above' : 'below';
}

/** 38 → "3.8 %", 0 → "0 %". */
export const perMilleText = (perMille: number): string =>
  `${perMille < 0 ? '\u2212' : ''}${Math.trunc(Math.abs(perMille) / 10)}${perMille % 10 === 0 ? '' : `.${Math.abs(perMille) % 10}`} %`;
