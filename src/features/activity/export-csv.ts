import type { ActivityItem } from '#domain/activity.ts';
import { COLUMNS, exportRow, type ExportRow } from './export-row.ts';

/**
 * RFC 4180, with a byte order mark for spreadsheets. Text that a spreadsheet would run as a formula gets an apostrophe before it (lessons.md S29,
 * OWASP "CSV injection"); amounts are plain decimals, negative for what left the book. Rows hold no card number and no code.
 */
export function activityCsv(items: readonly ActivityItem[], timeZone?: string): string {
  const rows = items.flatMap((item) => exportRow(item, timeZone) ?? []).map(cellsOf);
  return `\uFEFF${[COLUMNS, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

const cellsOf = (row: ExportRow): string[] =>
  COLUMNS.map((name) => (name === 'amount' || name === 'fee' ? row[name] : inert(row[name])));

/** A formula starts with = + - @, a tab or a line break; spaces before it do not save anybody. */
const inert = (value: string): string => (/^[\s]*[=+\-@\t\r\n]|^[\t\r\n]/.test(value) ? `'${value}` : value);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
