import { useDeferredValue, useMemo } from 'react';
import type { Card } from '#domain/card.ts';
import { totalsOf } from '#domain/spend.ts';
import { labelOf } from '#session/account-label.ts';
import { useCardNotes } from '#storage/card-notes.ts';
import { usePreferences } from '#storage/preferences.ts';
import { narrowed, sorted, type CardFilters } from './card-filters.ts';
import { cardRows } from './card-rows.ts';

/**
 * The rows of the cards list and their sums. The field somebody types in is drawn first, what it finds right after; a choice is one step, and
 * drawn as one.
 */
export function useFoundCards(cards: readonly Card[], filters: CardFilters) {
  const q = useDeferredValue(filters.q);
  const looks = usePreferences((preferences) => preferences.accounts);
  const notes = useCardNotes((state) => state.notes);
  const all = useMemo(
    () => cardRows(cards, notes, (account) => labelOf(looks, account).name),
    [cards, notes, looks],
  );
  const inOrder = useMemo(() => sorted(all, filters.sort), [all, filters.sort]);
  const { status, type, account } = filters;
  const rows = useMemo(
    () => narrowed(inOrder, { q, status, type, account }),
    [inOrder, q, status, type, account],
  );
  const totals = useMemo(() => totalsOf(rows.map(({ card }) => card)), [rows]);
  return {
    /** What `rows` answer to: for a moment older than the field. */
    q,
    rows,
    totals,
  };
}
