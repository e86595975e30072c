import type { CardStatus, CardType } from '#domain/card.ts';
import { searchWords } from '#domain/search-text.ts';
import type { SortOrder } from '#ui/virtual-table.tsx';
import type { CardRow } from './card-rows.ts';

/** What the list is narrowed to and how it is ordered, as the address writes it (`/cards?q=hetzner&status=ready&sort=-left`). */
export type CardFilters = {
  q: string;
  /** A `CardStatus`. */
  status: string;
  /** A `CardType`. */
  type: string;
  /** An account id. */
  account: string;
  /** A column's key, with "-" before it for the largest, newest or last first. */
  sort: string;
};

export const ALL_CARDS: CardFilters = { q: '', status: '', type: '', account: '', sort: '-ordered' };

export const STATUS_ORDER: readonly CardStatus[] = [
  'pending',
  'queued',
  'ready',
  'depleted',
  'complete',
  'refund-requested',
  'refunded',
  'archived',
  'unknown',
];
export const TYPE_ORDER: readonly CardType[] = ['us', 'intl', 'other'];

export const isNarrowed = ({ q, status, type, account }: CardFilters): boolean =>
  q.trim() !== '' || [status, type, account].some(Boolean);

/** The rows that fit every filter, in the order they had. */
export function narrowed(
  rows: readonly CardRow[],
  { q, status, type, account }: Omit<CardFilters, 'sort'>,
): CardRow[] {
  const words = searchWords(q);
  return rows.filter(
    ({ card, haystack }) =>
      (!status || card.status === status) &&
      (!type || card.type === type) &&
      (!account || card.accountId === account) &&
      words.every((word) => haystack.includes(word)),
  );
}

type Compare = (a: CardRow, b: CardRow) => number;

const text =
  (of: (row: CardRow) => string): Compare =>
  (a, b) =>
    collator.compare(of(a), of(b));
const amount =
  (of: (row: CardRow) => number): Compare =>
  (a, b) =>
    of(a) - of(b);
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Smallest, oldest or first first. */
const COMPARE = new Map<string, Compare>([
  ['card', text(({ card }) => card.last4 ?? card.id)],
  ['account', text(({ accountName }) => accountName)],
  ['type', amount(({ card }) => TYPE_ORDER.indexOf(card.type))],
  ['label', text(({ label }) => label)],
  ['ordered', amount(({ card }) => card.orderedAtMs ?? 0)],
  ['status', amount(({ card }) => STATUS_ORDER.indexOf(card.status))],
  ['spent', amount(({ spentCents }) => spentCents)],
  ['left', amount(({ card }) => card.availableCents ?? 0)],
  ['loaded', amount(({ card }) => card.usdAmountCents ?? 0)],
]);

/** What has no value for a column comes last, whichever way it is sorted. */
const UNKNOWN = new Map<string, (row: CardRow) => boolean>([
  ['label', ({ label }) => label === ''],
  ['ordered', ({ card }) => card.orderedAtMs === null],
  ['left', ({ card }) => card.availableCents === null],
  ['loaded', ({ card }) => card.usdAmountCents === null],
]);

/** A text that names no column is the usual order. */
export function sortOrderOf(sort: string): SortOrder {
  const descending = sort.startsWith('-');
  const key = sort.slice(descending ? 1 : 0);
  return COMPARE.has(key) ? { key, descending } : { key: 'ordered', descending: true };
}

export function sorted(rows: readonly CardRow[], sort: string): CardRow[] {
  const { key, descending } = sortOrderOf(sort);
  const compare = COMPARE.get(key) ?? (() => 0);
  const unknown = UNKNOWN.get(key) ?? (() => false);
  return rows.toSorted((a, b) => {
    const last = Number(unknown(a)) - Number(unknown(b));
    return last || (descending ? compare(b, a) : compare(a, b));
  });
}

const TEXT_COLUMNS = new Set(['card', 'account', 'type', 'label', 'status']);

/** What `sort` becomes when a column's heading is pressed: words from A on, amounts and times from the largest on, and the other way at the second press. */
export function sortAfterPress(sort: string, key: string): string {
  const now = sortOrderOf(sort);
  const descending = now.key === key ? !now.descending : !TEXT_COLUMNS.has(key);
  return `${descending ? '-' : ''}${key}`;
}
