import type { Card } from '../card.ts';
import type { ChainTransfer } from '../chain-purchase.ts';
import type { SupportCase } from '../support-case.ts';

/**
 * Something a supervisor should know, found in data that Laso already sent: a pure function of cards,
 * payments and thresholds. Each names its evidence so that it is one click away; `reason-of.ts` says why.
 */
export type SignalKind =
  | 'stranded-money'
  | 'expiring-money'
  | 'ready-but-unused'
  | 'balance-too-old'
  | 'split-orders'
  | 'fee-drift'
  | 'paid-not-delivered'
  | 'other-payer'
  | 'unusual-amount'
  | 'new-merchant'
  | 'spend-jump'
  | 'late-card'
  | 'late-order'
  | 'late-refund'
  | 'late-withdrawal'
  | 'open-withdrawal'
  | 'unmatched-payment';

export interface Signal {
  kind: SignalKind;
  /** The same for the same finding on every read. */
  id: string;
  /**
   * What a dismissal covers: each thing that was found, by a name that lasts. A signal that gathers several
   * (cards, say) is put aside as long as every one of them is, so that it comes back for a new one only.
   */
  parts: readonly string[];
  /** `attention` asks for something to be done; `notice` is worth knowing. */
  level: 'attention' | 'notice';
  /** A sentence for a person, with its figures. */
  sentence: string;
  /** Where the evidence is. */
  cardIds: readonly string[];
  transactionKeys: readonly string[];
  paymentIds: readonly string[];
  /** Payments that the chain shows. */
  transfers: readonly ChainTransfer[];
  /** For what Laso's support can be asked about. */
  support: SupportCase | null;
  /** The money it is about; null where it is about none. */
  amountCents: number | null;
}

/** What the owner can set. Cents, days and factors. */
export interface SignalThresholds {
  /** Leftovers below this are stranded: too little to buy with, too much to forget. */
  strandedBelowCents: number;
  /** Cards that end within about this many days. */
  expiringWithinDays: number;
  /** Ready for this many days without a purchase. */
  unusedForDays: number;
  /** A balance Laso read longer ago than this. */
  balanceOldAfterDays: number;
  /** Several orders within ten minutes that pass this together are split orders. */
  perOrderCents: number;
  /** A purchase this many times the merchant's median. */
  unusualFactor: number;
  /** Spending of a day, this many times the daily mean of the four weeks before it. */
  jumpFactor: number;
  /** A U.S. card that is pending for longer. */
  lateCardSeconds: number;
  /** An international order that is queued for longer. */
  lateOrderHours: number;
  /** A refund that was requested longer ago. */
  lateRefundDays: number;
  /** A withdrawal that is on its way for longer. */
  lateWithdrawalMinutes: number;
}

export const DEFAULT_THRESHOLDS: SignalThresholds = {
  strandedBelowCents: 500,
  expiringWithinDays: 30,
  unusedForDays: 7,
  balanceOldAfterDays: 3,
  perOrderCents: 100_000,
  unusualFactor: 5,
  jumpFactor: 3,
  lateCardSeconds: 60,
  lateOrderHours: 24,
  lateRefundDays: 7,
  lateWithdrawalMinutes: 60,
};

export const signal = (
  found: Pick<Signal, 'kind' | 'id' | 'level' | 'sentence'> & Partial<Signal>,
): Signal => ({
  cardIds: [],
  transactionKeys: [],
  paymentIds: [],
  transfers: [],
  support: null,
  amountCents: null,
  parts: [found.id],
  ...found,
});

export const DAY_MS = 86_400_000;

/** "•••• 4242", or the id while there are no digits. */
export const called = (card: { id: string; last4: string | null }): string =>
  card.last4 ? `card •••• ${card.last4}` : `card ${card.id}`;

/** The id that stays: an international card gets another one when it is fulfilled (lessons.md R17). */
export const lastingId = ({ id, queuedOrderCardId }: Pick<Card, 'id' | 'queuedOrderCardId'>): string =>
  queuedOrderCardId ?? id;

/** Cards with money that can still be spent. */
export const spendable = (card: Card): card is Card & { availableCents: number } =>
  (card.status === 'ready' || card.status === 'complete') &&
  card.availableCents !== null &&
  card.availableCents > 0;
