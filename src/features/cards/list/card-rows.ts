import { statusWord, type Card } from '#domain/card.ts';
import { searchText } from '#domain/search-text.ts';
import { spentOnCard } from '#domain/spend.ts';
import { noteOf, type CardNote, type CardNotes } from '#storage/card-notes.ts';
import { cardTypeName } from '../card-words.ts';

/** A card as lists search, sort and show it. */
export interface CardRow {
  card: Card;
  key: string;
  typeName: string;
  spentCents: number;
  /** The owner's own label, else Laso's. */
  label: string;
  /** The account's name on this device. */
  accountName: string;
  /** What can be searched for, in lower case. */
  haystack: string;
}

interface Known {
  row: CardRow;
  note: CardNote;
}

/**
 * Worked out once for each card and note. Cards keep their identity from read to read as long as nothing about them changes (react-query), and so do
 * their rows.
 */
const known = new WeakMap<Card, Known>();

export function cardRows(
  cards: readonly Card[],
  notes: CardNotes['notes'],
  accountNameOf: (accountId: Card['accountId']) => string,
): CardRow[] {
  const names = new Map(
    [...new Set(cards.map(({ accountId }) => accountId))].map((id) => [id, accountNameOf(id)] as const),
  );
  return cards.map((card) => {
    const note = noteOf(notes, card);
    const accountName = names.get(card.accountId) ?? '';
    const before = known.get(card);
    if (before?.row.accountName === accountName && sameNote(before.note, note)) return before.row;
    const row = rowOf(card, note, accountName);
    known.set(card, { row, note });
    return row;
  });
}

const sameNote = (a: CardNote, b: CardNote): boolean => a.label === b.label && a.note === b.note;

function rowOf(card: Card, { label, note }: CardNote, accountName: string): CardRow {
  const typeName = cardTypeName(card);
  const merchants = new Set([
    ...card.transactions.filter(({ kind }) => kind !== 'load').map(({ description }) => description),
    ...card.unreadLines.map(({ text }) => text),
  ]);
  return {
    card,
    key: `${card.accountId} ${card.id}`,
    typeName,
    spentCents: spentOnCard(card),
    label: label || (card.label ?? ''),
    accountName,
    haystack: searchText(
      [
        ...[card.id, card.queuedOrderCardId, card.last4, card.label, typeName, statusWord(card)],
        ...[label, note, accountName, ...merchants],
      ].join(' '),
    ),
  };
}
