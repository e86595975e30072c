import type { Card } from '#domain/card.ts';
import { clockOf, compareDays } from '#domain/day.ts';
import { easternDay } from '#domain/eastern-day.ts';
import { rowId } from '#domain/row-id.ts';
import { shortHash } from '#domain/short-hash.ts';
import type { Transaction, UnreadLine } from '#domain/transaction.ts';

/**
 * An id of our own for each line of a card, for Laso gives none: out of what never changes in a line, and counted from the oldest where several are
 * equal in all of it. So an id stays when lines are added, a status changes, or Laso writes its lines in another edition.
 */
export function lineIds({
  id,
  transactions,
  unreadLines,
}: Pick<Card, 'id' | 'transactions' | 'unreadLines'>): ReadonlyMap<Transaction | UnreadLine, string> {
  const seen = new Map<string, number>();
  const ids = new Map<Transaction | UnreadLine, string>();
  for (const line of oldestFirst([...transactions, ...unreadLines])) {
    const base = 'text' in line ? unreadId(id, line) : lineId(id, line);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    ids.set(line, count === 1 ? base : `${base}:${count}`);
  }
  return ids;
}

const lineId = (cardId: string, { when, kind, amountCents, description }: Transaction): string =>
  rowId('line', cardId, easternDay(when) || 'undated', kind, amountCents, hashOf(description));

const unreadId = (cardId: string, { text }: UnreadLine): string => rowId('unread', cardId, hashOf(text));

const hashOf = (text: string): string => shortHash(text).toString(36);

/** By their moments or the times they are written with. Lines of which only the day is known keep the order of Laso's lists, which are newest first. */
const oldestFirst = <T extends Transaction | UnreadLine>(lines: readonly T[]): T[] =>
  lines
    .toReversed()
    .toSorted((a, b) => momentOf(a) - momentOf(b) || compareDays(clockOf(a.when), clockOf(b.when)));

const momentOf = ({ when }: Transaction | UnreadLine): number =>
  when?.kind === 'instant' && Number.isFinite(when.ms) ? when.ms : 0;
