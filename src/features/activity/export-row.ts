import type { ActivityItem } from '#domain/activity.ts';
import type { BookEntry } from '#domain/book-entry.ts';
import { dayOf } from '#domain/day.ts';
import { isMoment } from '#domain/moment.ts';
import { formatUsd, usdcDecimal } from '#domain/money.ts';

/** The order is the file's (product.md §9). */
export const COLUMNS = [
  'id',
  'date',
  'time',
  'book',
  'kind',
  'account',
  'card_id',
  'description',
  'amount',
  'currency',
  'fee',
  'status',
  'transaction',
] as const;
export type ExportRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

/**
 * One row of the file; null for what is about no money. Date and time are of one zone, the reader's own unless another is named: what is bought in
 * the evening stays on its day, as on screen. What Laso knows only by its day has no time. What moved no money, or has no day, has no amount: importers
 * would book it. What it was about stands in its description then.
 */
export function exportRow(item: ActivityItem, timeZone?: string): ExportRow | null {
  const { booked } = item;
  if (!booked) return null;
  const when = whenCells(item.when, timeZone);
  const amount = when.date === '' ? '' : decimalOf(booked.amountMicros);
  return {
    id: item.key,
    ...when,
    book: booked.book,
    kind: item.kind,
    account: item.accountId,
    card_id: booked.cardId ?? '',
    description: descriptionOf(item, booked, amount !== ''),
    amount,
    currency: amount && booked.currency,
    fee: amount && decimalOf(booked.feeMicros),
    status: item.kind === 'unread' ? 'unread' : (item.status ?? ''),
    transaction: booked.transaction ?? '',
  };
}

function whenCells(when: ActivityItem['when'], timeZone: string | undefined) {
  if (when === null) return { date: '', time: '' };
  if (when.kind === 'day') return { date: when.day, time: '' };
  return { date: dayOf(when.ms, timeZone), time: isMoment(when.ms) ? clockOf(timeZone).format(when.ms) : '' };
}

/** A merchant's name stands alone, for importers know payees by it. */
function descriptionOf(item: ActivityItem, booked: BookEntry, hasAmount: boolean): string {
  const { title, detail } = item;
  const named = booked.book === 'card' || detail === null ? title : `${title}, ${detail}`;
  const meant = hasAmount || !item.amountCents ? null : formatUsd(item.amountCents);
  return meant === null ? named : `${named} (${meant}, not booked)`;
}

/** 12_500_000n → "12.50", at least two decimals, more only where there is more. Zeros stay blank, as QuickBooks wants them. */
function decimalOf(micros: bigint | null): string {
  if (micros === null || micros === 0n) return '';
  return micros < 0n ? `-${usdcDecimal(-micros)}` : usdcDecimal(micros);
}

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

/** "14:32:05". */
function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  clocks.set(timeZone, made);
  return made;
}
