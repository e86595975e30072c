import type { Card } from './card.ts';

/**
 * What a card cost on top of its face value, in cents, as far as Laso says: its own figure, else charged −
 * face. Null when it says neither.
 */
export function feeOf(card: Pick<Card, 'feesCents' | 'chargedCents' | 'usdAmountCents'>): number | null {
  if (card.feesCents !== null) return card.feesCents;
  if (card.chargedCents === null || card.usdAmountCents === null) return null;
  return card.chargedCents - card.usdAmountCents;
}

/**
 * What was paid for a card, in cents: Laso's own figure, else face value and fee. Null when it says neither.
 */
export const chargedOf = (card: Pick<Card, 'feesCents' | 'chargedCents' | 'usdAmountCents'>): number | null =>
  card.chargedCents ?? (card.usdAmountCents === null ? null : card.usdAmountCents + (card.feesCents ?? 0));
