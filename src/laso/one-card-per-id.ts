import type { Card } from '#domain/card.ts';

/**
 * A fulfilled international order has a new id and keeps the old one as `queuedOrderCardId`; a list may hold
 * both (lessons.md R17). The fulfilled card stays. Of two entries with the same id the later update stays, at
 * the place of the first.
 */
export function oneCardPerId(cards: readonly Card[]): Card[] {
  const successors = new Map(cards.map((card) => [card.queuedOrderCardId, card.id]));
  const byId = new Map<string, Card>();
  for (const card of cards) {
    const successor = successors.get(card.id);
    // Two cards that name each other, or one that names itself, would otherwise both vanish.
    if (successor !== undefined && successor !== card.id && successor !== card.queuedOrderCardId) continue;
    const known = byId.get(card.id);
    if (!known || (card.updatedAtMs ?? 0) > (known.updatedAtMs ?? 0)) byId.set(card.id, card);
  }
  return [...byId.values()];
}
