import type { Card } from '#domain/card.ts';

/** "U.S. card", "International card", or Laso's own name for a type we do not know. */
export const cardTypeName = (card: Pick<Card, 'type' | 'typeName'>): string =>
  card.type === 'us' ? 'U.S. card' : card.type === 'intl' ? 'International card' : card.typeName || 'Card';

/** How a card is called in lists: its last four digits, or its id while there are none. */
export const cardName = (card: Pick<Card, 'last4' | 'id'>): string =>
  card.last4 ? `•••• ${card.last4}` : card.id;

/** Why a card has no balance to show. */
export function noBalanceReason(card: Card): string {
  if (card.status === 'pending') return 'The card is still being issued';
  if (card.status === 'queued') return 'The order is waiting to be fulfilled';
  return 'Laso does not give the balance of this card';
}

/** "1 card", "2,000 cards". */
export const countOfCards = (count: number): string =>
  count === 1 ? '1 card' : `${count.toLocaleString('en-US')} cards`;

/** Newest order first; cards without a time last. */
export const newestCardFirst = (a: Card, b: Card): number => (b.orderedAtMs ?? 0) - (a.orderedAtMs ?? 0);

/** Whether Laso hands out this card's number: it does once the card is issued, and for international ones also when it is spent. */
export const hasDetails = (card: Pick<Card, 'last4'>): boolean => card.last4 !== null;

/** "U.S. card ending in 4242"; just the type while there is no number. */
export const cardTitle = (card: Card): string =>
  card.last4 ? `${cardTypeName(card)} ending in ${card.last4}` : cardTypeName(card);
