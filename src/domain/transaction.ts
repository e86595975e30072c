import { newestFirst, type When } from './day.ts';

/** One line of a card's history, from both of Laso's shapes (laso-api.md, "Free routes"). */
export interface Transaction {
  /** The same on every read and different for each line of a card: Laso gives transactions no id. */
  key: string;
  /** Never negative: `direction` says which way the money went. */
  amountCents: number;
  direction: 'debit' | 'credit';
  description: string;
  when: When | null;
  /** Laso's own word, where it has one ("pending"). */
  status: string | null;
}

const NOT_CHARGED = /^(declined|denied|failed|rejected|reversed|void|voided|cancell?ed|expired)$/i;

/** False for attempts that took no money, such as a declined payment. An unknown status counts: better to show spending than to hide it. */
export const movedMoney = (transaction: Transaction): boolean => !NOT_CHARGED.test(transaction.status ?? '');

/** What the line adds to spending: debits are positive, credits negative, attempts nothing. */
export function spentCentsOf(transaction: Transaction): number {
  if (!movedMoney(transaction)) return 0;
  return transaction.direction === 'debit' ? transaction.amountCents : 0 - transaction.amountCents;
}

/** For `sort`: newest first, undated last. */
export function newestTransactionFirst(timeZone?: string): (a: Transaction, b: Transaction) => number {
  const compare = newestFirst(timeZone);
  return (a, b) => compare(a.when, b.when);
}
