import type { PaymentRow } from '../journal/payment-row.ts';

/** What a chain needs to know to find one payment. Public data only: the signed payload is not among it. */
export type PaymentToFind = Pick<
  PaymentRow,
  'id' | 'network' | 'asset' | 'payer' | 'payTo' | 'amountAtomic' | 'transaction' | 'validBeforeSec' | 'marks'
>;

/**
 * What the chain says about one signed payment (product.md §5).
 * - `settled`: the money moved to the recipient, in this transaction; `atSec` is chain time.
 * - `expired-unused`: it never moved and never can: proven at a point past its end, by every endpoint asked.
 * - `cancelled`: the payer cancelled the authorisation on chain; it never moved and never can.
 * - `open`: not used so far, but it still could be. `certainAtMs`: when that will be decided, null when it cannot be told.
 * - `unreadable`: no answer, a lagging node, endpoints that disagree, or something nobody expects. `why` is a sentence for a person.
 *   Never a reason to change the outcome.
 */
export type ChainVerdict =
  | { readonly kind: 'settled'; readonly transaction: string; readonly atSec: number }
  | { readonly kind: 'expired-unused' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'open'; readonly certainAtMs: number | null }
  | { readonly kind: 'unreadable'; readonly why: string };

/** One network's witness (`evm/evidence.ts`, `solana/evidence.ts`). Reads only; must not throw: what it cannot read is `unreadable`. */
export interface ChainEvidence {
  readonly network: string;
  findSettlement(payment: PaymentToFind): Promise<ChainVerdict>;
}

/** Something bought, as the account's own list at Laso has it. */
export interface ListedProduct {
  readonly id: string;
  /** The product kind it would be the delivery of: `us-card`, `intl-card`. */
  readonly kind: string;
  readonly amountCents: number | null;
  readonly orderedAtMs: number | null;
}

/**
 * What the payer's account at Laso has. `listed`: read in Laso's own form (domain/own-answer.ts). `partial`: some of it could not be read (an entry,
 * another page), so what is missing from it may be there all the same. `signed-out`: nobody is signed in as the payer, so it cannot be asked.
 * `not-listed`: Laso has no list of this kind of product (gift cards, transfers).
 */
export type ProductListing =
  | { readonly kind: 'listed'; readonly products: readonly ListedProduct[]; readonly partial?: boolean }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'not-listed' }
  | { readonly kind: 'unreadable' };

/**
 * What a payment brought, as this device has it: the answer came, whatever the row says. `kept`: put away for good, the page ended before it
 * could write so. `held`: in the memory of this page alone, because it could not be put away.
 */
export type ProductHere = { readonly kind: 'kept' } | { readonly kind: 'held' };

export const NOT_KEPT =
  'Laso delivered, but what you bought could not be kept on this device. It is only in the tab that got it: copy it before you close that tab.';

/** Laso's witness; a feature implements it with `laso/`, because payments/ does not know the wire. Reads only, must not throw. */
export interface ProductEvidence {
  list(row: Pick<PaymentRow, 'payer' | 'product'>): Promise<ProductListing>;
  /** What of this very payment is on this device; null when nothing is. */
  here?(row: Pick<PaymentRow, 'id'>): Promise<ProductHere | null>;
}

/**
 * EIP-3009 takes an authorisation only in blocks earlier than `validBefore`. So long after it (chain time) such a block lies
 * 30 blocks deep on Base, and what it holds does not change any more.
 */
export const FINAL_AFTER_SEC = 60;

/** When the outcome of a row will be certain at the latest, by this device's reckoning (ms); null before it was signed. */
export const certainAtMs = ({ validBeforeSec }: Pick<PaymentRow, 'validBeforeSec'>): number | null =>
  validBeforeSec === null ? null : (validBeforeSec + FINAL_AFTER_SEC) * 1000;
