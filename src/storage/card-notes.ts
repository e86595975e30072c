import * as z from 'zod/mini';
import type { Card } from '#domain/card.ts';
import { ownValue } from '#domain/own-value.ts';
import { CARD_NOTES_KEY } from './keys.ts';
import { createStoredState } from './stored-state.ts';

/** Longer texts are cut: all of them share localStorage's few megabytes. */
export const LABEL_LENGTH = 60;
export const NOTE_LENGTH = 2_000;

const noteSchema = z.object({ label: z.string(), note: z.string() });
export type CardNote = z.infer<typeof noteSchema>;

const schema = z.object({
  /** By account, then by the card's id. */
  notes: z.catch(z.record(z.string(), z.record(z.string(), noteSchema)), {}),
});
export type CardNotes = z.infer<typeof schema>;

/**
 * The label and note that the owner gave a card, on this device and by account. Never anything secret: the
 * form rejects what looks like a card number (domain/card-number.ts).
 */
export const useCardNotes = createStoredState<CardNotes>(CARD_NOTES_KEY, (stored) =>
  z.parse(schema, typeof stored === 'object' && stored !== null ? stored : {}),
);

const NONE: CardNote = { label: '', note: '' };

type Noted = Pick<Card, 'id' | 'accountId' | 'queuedOrderCardId'>;

/** The note of a card; a note written under the id it was ordered with still counts. */
export function noteOf(notes: CardNotes['notes'], card: Noted): CardNote {
  const ofAccount = ownValue(notes, card.accountId);
  return ownValue(ofAccount, card.id) ?? ownValue(ofAccount, card.queuedOrderCardId ?? '') ?? NONE;
}

export const currentNoteOf = (card: Noted): CardNote => noteOf(useCardNotes.getState().notes, card);

/** An empty note is forgotten. */
export function setCardNote(card: Noted, { label, note }: CardNote): void {
  const kept = { label: label.trim().slice(0, LABEL_LENGTH), note: note.trim().slice(0, NOTE_LENGTH) };
  const {
    [card.id]: _before,
    [card.queuedOrderCardId ?? '']: _queued,
    ...others
  } = ownValue(useCardNotes.getState().notes, card.accountId) ?? {};
  const own = kept.label || kept.note ? { ...others, [card.id]: kept } : others;
  useCardNotes.setState(({ notes }) => ({ notes: { ...notes, [card.accountId]: own } }));
}
