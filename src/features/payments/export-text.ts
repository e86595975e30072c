import { paymentsExport } from '#domain/payments-export.ts';
import { entriesOf, type JournalEntry } from '#payments/journal/journal.ts';

/** The journal as a JSON file's text: its rows, and what can be read of damaged ones. */
export function exportText(entries: readonly JournalEntry[], nowMs: number): string {
  const { rows, unreadable } = entriesOf(entries);
  return paymentsExport({ payments: rows, unreadable }, nowMs);
}

/** "laso-payments-2026-11-21.json" */
export const exportName = (nowMs: number): string =>
  `laso-payments-${new Date(nowMs).toISOString().slice(0, 10)}.json`;
