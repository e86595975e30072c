import { beforeEach, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { testCard } from '#testing/card.ts';
import { currentNoteOf, setCardNote, useCardNotes } from './card-notes.ts';
import { CARD_NOTES_KEY } from './keys.ts';

const other = accountIdOf('0xother');
const card = testCard({ id: 'issuer_1', queuedOrderCardId: 'queue_1' });

beforeEach(() => useCardNotes.setState({ notes: {} }));

test('a note is kept in this device’s storage, by account', () => {
  setCardNote(card, { label: ' Hosting ', note: '' });
  expect(JSON.parse(localStorage.getItem(CARD_NOTES_KEY) ?? '')).toEqual({
    notes: { [card.accountId]: { issuer_1: { label: 'Hosting', note: '' } } },
  });
  expect(currentNoteOf({ ...card, accountId: other })).toEqual({ label: '', note: '' });
});

test('a note written while the card was queued is its own under the new id, and is one note after a change', () => {
  setCardNote({ ...card, id: 'queue_1', queuedOrderCardId: null }, { label: 'Rail', note: 'for May' });
  expect(currentNoteOf(card)).toEqual({ label: 'Rail', note: 'for May' });
  setCardNote(card, { label: 'Rail 2', note: '' });
  expect(useCardNotes.getState().notes[card.accountId]).toEqual({ issuer_1: { label: 'Rail 2', note: '' } });
});

test('an emptied note is forgotten', () => {
  setCardNote(card, { label: 'A', note: '' });
  setCardNote(card, { label: '', note: '  ' });
  expect(useCardNotes.getState().notes[card.accountId]).toEqual({});
});

test('corrupted storage loses the notes and nothing else', () => {
  localStorage.setItem(CARD_NOTES_KEY, '{"notes":{"0xa":"bent"}}');
  dispatchEvent(new StorageEvent('storage', { key: CARD_NOTES_KEY }));
  expect(useCardNotes.getState()).toEqual({ notes: {} });
});
