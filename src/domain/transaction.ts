import { newestFirst, type When } from './day.ts';

/**
 * `load` is the card's own money coming onto it, which Laso writes as a credit line (laso-api.md §4.3):
 * neither spending nor money back. At most one a card; documented answers have none, and totals are the same
 * with and without it.
 */
export type LineKind = 'purchase' | 'refund' | 'load';

/**
 * A line of a card's history that this program could not read: its amount is in no total. Kept so that it is
 * counted and shown.
 */
export interface UnreadLine {
  /** The same on every read and different for each unread line of a card. */
  key: string;
  /** The day or moment, where at least that could be read. */
  when: When | null;
  /** The line's own fields as plain text for people: "amount “12,50” · date “soon” · COFFEE". */
  text: string;
}

/** One line of a card's history, from both of Laso's shapes (laso-api.md §4.3). */
export interface Transaction {
  /** The same on every read and different for each line of a card: Laso gives transactions no id. */
  key: string;
  /** Never negative: `kind` says which way the money went. */
  amountCents: number;
  kind: LineKind;
  description: string;
  when: When | null;
  /** Laso's own word, where it has one ("pending"). */
  status: string | null;
}

const NOT_CHARGED = /^(declined|denied|failed|rejected|reversed|void|voided|cancell?ed|expired)$/i;

/**
 * False for attempts that took no money, such as a declined payment. An unknown status counts: better to show
 * spending than to hide it.
 */
export const movedMoney = ({ status }: Pick<Transaction, 'status'>): boolean =>
  !NOT_CHARGED.test(status ?? '');

/** A purchase or refund that moved money: what a card was used for. The load is none. */
export const isUse = (transaction: Transaction): boolean =>
  transaction.kind !== 'load' && movedMoney(transaction);

/** What the line adds to spending: purchases are positive, refunds negative, loads and attempts nothing. */
export function spentCentsOf(transaction: Transaction): number {
  if (!movedMoney(transaction)) return 0;
  switch (transaction.kind) {
    case 'purchase':
      return transaction.amountCents;
    case 'refund':
      return 0 - transaction.amountCents;
    case 'load':
      return 0;
  }
}

/** For `sort`: newest first, undated last. */
export function newestTransactionFirst(timeZone?: string): (a: Transaction, b: Transaction) => number {
  const compare = newestFirst(timeZone);
  return (a, b) => compare(a.when, b.when);
}
