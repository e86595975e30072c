import type { Card } from '#domain/card.ts';
import { noteOf, useCardNotes } from '#storage/card-notes.ts';

/** What a card is called: by its owner on this device, else by Laso; null when by nobody. */
export function useCardLabel(card: Card): string | null {
  const { label } = useCardNotes((state) => noteOf(state.notes, card));
  return label || card.label;
}
