import type { Card } from './card.ts';

/** What a card cost on top of its face value, in cents, as far as Laso says: its own figure, else charged − face. Null when it says neither. */
export function feeOf(card: Pick<Card, 'feesCents' | 'chargedCents' | 'usdAmountCents'>): number | null {
  if (card.feesCents !== null) return card.feesCents;
  if (card.chargedCents === null || card.usdAmountCents === null) return null;
  return card.chargedCents - card.usdAmountCents;
}
