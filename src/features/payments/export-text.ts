import { entriesOf, type JournalEntry } from '#payments/journal/journal.ts';

/**
 * The records as a JSON file's text: amounts in atomic USDC, times in ms since 1970, as the journal has them; of those that cannot be read what can
 * be made out. A signed payload is never among them.
 */
export function exportText(entries: readonly JournalEntry[], nowMs: number): string {
  const { rows, unreadable } = entriesOf(entries);
  const file = {
    exportedAt: new Date(nowMs).toISOString(),
    payments: rows,
    ...(unreadable.length > 0 && { unreadable }),
  };
  // Whoever holds a signed payload can have the payment made: left out even if a row should carry one.
  return JSON.stringify(file, (key, value: unknown) => (key === 'signed' ? undefined : value), 2);
}

/** "laso-payments-2026-11-21.json" */
export const exportName = (nowMs: number): string =>
  `laso-payments-${new Date(nowMs).toISOString().slice(0, 10)}.json`;
