import type { Store } from '../store/store.ts';
import type { IntlCard, IntlState, StoredTransaction, UsCard } from '../store/stored-card.ts';
import { spentCents } from '../store/stored-card.ts';
import { seededRandom } from './random.ts';
import { seedIntlCard, seedUsCard } from './seed-card.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A purchase to the cent: amount, merchant, age. A negative amount is money that came back. */
export interface ExactPurchase {
  cents: number;
  at: string;
  agoMs: number;
  /** International cards only; "completed" by default, and "declined" takes no money. */
  status?: string;
  /**
   * U.S. cards only: a date-time by default, because a
   * plain day may be another day in the reader's time zone.
   */
  written?: StoredTransaction['written'];
}

interface ExactCard {
  dollars: number;
  orderedAgoMs: number;
  /** How long ago Laso last read the balance; an hour by default. */
  readAgoMs?: number;
  purchases?: readonly ExactPurchase[];
}

/** A U.S. card whose balance is its amount less its purchases. */
export function exactUsCard(store: Store, owner: string, card: ExactCard): UsCard {
  const transactions = history(store, card, 'us');
  return Object.assign(seedUsCard(store, { ...basics(owner, card, transactions) }), {
    transactions,
    updatedAt: store.clock.now() - (card.readAgoMs ?? HOUR_MS),
  });
}

/** The same for an international card. `feeCents`: the documented 3.8 % when not given. */
export function exactIntlCard(
  store: Store,
  owner: string,
  card: ExactCard & { state?: IntlState; label?: string; reissued?: boolean; feeCents?: number },
): IntlCard {
  const transactions = history(store, card, 'intl');
  const { state = 'redeemable', label = '', reissued = false } = card;
  const seeded = seedIntlCard(store, {
    ...basics(owner, card, transactions),
    state,
    label,
    reissued,
  });
  const feesCents = card.feeCents ?? seeded.feesCents;
  return Object.assign(seeded, { transactions, feesCents, chargedCents: seeded.usdAmountCents + feesCents });
}

const basics = (owner: string, card: ExactCard, transactions: readonly StoredTransaction[]) => ({
  owner,
  random: seededRandom(0),
  amountCents: card.dollars * 100,
  ageMs: card.orderedAgoMs,
  spentCents: spentCents(transactions),
  transactions: 0,
});

/** Newest first. */
const history = (store: Store, card: ExactCard, kind: 'us' | 'intl'): StoredTransaction[] =>
  (card.purchases ?? [])
    .map(({ cents, at, agoMs, status, written = 'instant' }): StoredTransaction => ({
      amountCents: Math.abs(cents),
      direction: cents < 0 ? 'credit' : 'debit',
      description: at,
      at: store.clock.now() - agoMs,
      written,
      status: kind === 'intl' ? (status ?? 'completed') : null,
    }))
    .toSorted((a, b) => b.at - a.at);
