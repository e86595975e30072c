/** Raw states of an international card (laso-api.md §4.1). */
export type IntlState =
  | 'queued'
  | 'redeemable'
  | 'complete'
  | 'refund-requested'
  | 'refund-requested-approved-for-queue'
  | 'archived'
  | 'refunded';

export interface StoredTransaction {
  amountCents: number;
  direction: 'debit' | 'credit';
  description: string;
  /** Milliseconds. Its form on the wire depends on the kind of card and on `written`. */
  at: number;
  /** U.S. cards: a plain day (as documented) or a date-time. */
  written: 'day' | 'instant';
  /** International cards only. */
  status: string | null;
}

interface StoredCardBase {
  cardId: string;
  owner: string;
  usdAmountCents: number;
  orderedAt: number;
  updatedAt: number;
  number: string;
  expMonth: string;
  expYear: string;
  cvv: string;
  availableCents: number;
  transactions: StoredTransaction[];
  /** Purchases that the issuer knows and Laso does not yet: a refresh adds them. */
  unseen: StoredTransaction[];
  /** When a requested refresh adds `unseen`. */
  refreshDueAt: number | null;
  /** Times of accepted refresh requests. */
  refreshedAt: number[];
  /** Words of a newer Laso: the wire has them instead of ours, and `lines` before the card's own. */
  told?: { status?: string; cardType?: string; lines?: readonly unknown[] };
}

export interface UsCard extends StoredCardBase {
  type: 'us';
  /** Pending until then; `Infinity` for a card that is stuck. */
  readyAt: number;
}

export interface IntlCard extends StoredCardBase {
  type: 'intl';
  state: IntlState;
  label: string;
  chargedCents: number;
  feesCents: number;
  queuedOrderCardId: string | null;
  /** While queued: when a person at Laso makes it; null: only a control route makes it. */
  fulfilDueAt: number | null;
  balanceUpdateRequestedAt: number | null;
}

export type StoredCard = UsCard | IntlCard;

/** 3.8 % of what goes onto the card, to the cent; another rate during promotions. */
export const intlFeeCents = (usdAmountCents: number, rate = 0.038): number =>
  Math.round((usdAmountCents * Math.round(rate * 1e6)) / 1e6);

export function statusOf(card: StoredCard, now: number): string {
  if (card.type === 'us') return now >= card.readyAt ? 'ready' : 'pending';
  if (card.state === 'redeemable') return 'ready';
  if (card.state === 'refund-requested-approved-for-queue') return 'refund-requested';
  return card.state;
}

/**
 * `card_details` are there when ready (U.S.), ready or complete
 * (international): the documents disagree, we serve both.
 */
export function hasDetails(card: StoredCard, now: number): boolean {
  return ['ready', 'complete'].includes(statusOf(card, now));
}

/** Debits less credits, in cents. A declined attempt took nothing. */
export const spentCents = (transactions: readonly StoredTransaction[]): number =>
  transactions
    .filter(({ status }) => status !== 'declined')
    .reduce((sum, one) => sum + (one.direction === 'debit' ? one.amountCents : -one.amountCents), 0);
