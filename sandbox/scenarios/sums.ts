import type { Store } from '../store/store.ts';
import type { Switches } from '../payment/switches.ts';
import { hasDetails, type StoredCard, type StoredTransaction } from '../store/stored-card.ts';

/** In cents, except for the counts. */
export interface Sums {
  cards: number;
  transactions: number;
  /** Face value of cards that were issued and not refunded. */
  loadedCents: number;
  /** The balances that Laso states; for cards in some states it states none. */
  leftCents: number;
  /** Debits less credits of every card; a declined attempt is neither. */
  spentCents: number;
  /** loaded − left − spent. */
  notExplainedCents: number;
  /** Charged on top of the face value, for the cards that count as loaded. */
  feesCents: number;
  /** The account's own balance at Laso. */
  balanceCents: number;
  /**
   * The withdrawals from there to the account's wallet, completed or pending; a failed one does not count.
   */
  withdrawnCents: number;
}

export interface SumsOfAccounts {
  total: Sums;
  accounts: ReadonlyMap<string, Sums>;
}

/**
 * The sums that the dashboard must show (product.md §2), added up from the stored data. They share no code
 * with the dashboard's own sums, so that tests and benchmarks can compare the two.
 */
export function sumsOf(store: Store, userIds: readonly string[]): SumsOfAccounts {
  const total = nothing();
  const accounts = new Map<string, Sums>();
  for (const userId of new Set(userIds)) {
    const sums = nothing();
    for (const card of store.cardsOf(userId)) addCard(sums, card, store.clock.now());
    sums.notExplainedCents = sums.loadedCents - sums.leftCents - sums.spentCents;
    sums.balanceCents = store.accounts.get(userId)?.balance?.cents ?? 0;
    for (const { state, amountCents } of store.withdrawals.of(userId))
      if (state !== 'failed') sums.withdrawnCents += amountCents;
    accounts.set(userId, sums);
    for (const name of NAMES) total[name] += sums[name];
  }
  return { total, accounts };
}

/**
 * Debits less credits of each day that has any, "2026-11-21" → cents; days written as such stay the same in
 * every zone. In the edition with text each U.S. line is written as a day of U.S. Eastern time.
 */
export function spentByDay(
  store: Store,
  userIds: readonly string[],
  timeZone: string,
  cardLines: Switches['cardLines'] = 'numbers',
): ReadonlyMap<string, number> {
  // Sweden writes dates as ISO 8601 does.
  const zoned = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const eastern = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/New_York' });
  const written = (type: StoredCard['type'], one: StoredTransaction): string | null => {
    if (type === 'intl') return null;
    if (cardLines === 'text') return eastern.format(one.at);
    return one.written === 'day' ? new Date(one.at).toISOString().slice(0, 10) : null;
  };
  const days = new Map<string, number>();
  for (const card of new Set(userIds.flatMap((userId) => store.cardsOf(userId))))
    for (const one of card.transactions) {
      const day = written(card.type, one) ?? zoned.format(one.at);
      days.set(day, (days.get(day) ?? 0) + spentWith(one));
    }
  return days;
}

function addCard(sums: Sums, card: StoredCard, now: number): void {
  for (const one of card.transactions) sums.spentCents += spentWith(one);
  sums.cards += 1;
  sums.transactions += card.transactions.length;
  const issued = card.type === 'us' ? now >= card.readyAt : card.state !== 'queued';
  if (!issued || (card.type === 'intl' && card.state === 'refunded')) return;
  const left = hasDetails(card, now) ? card.availableCents : 0;
  sums.loadedCents += card.usdAmountCents;
  sums.leftCents += left;
  if (card.type === 'intl') sums.feesCents += card.chargedCents - card.usdAmountCents;
}

function spentWith({ status, direction, amountCents }: StoredTransaction): number {
  if (status === 'declined') return 0;
  return direction === 'debit' ? amountCents : -amountCents;
}

const nothing = (): Sums => ({
  cards: 0,
  transactions: 0,
  loadedCents: 0,
  leftCents: 0,
  spentCents: 0,
  notExplainedCents: 0,
  feesCents: 0,
  balanceCents: 0,
  withdrawnCents: 0,
});
const NAMES = [
  'cards',
  'transactions',
  'loadedCents',
  'leftCents',
  'spentCents',
  'notExplainedCents',
  'feesCents',
  'balanceCents',
  'withdrawnCents',
] as const;
