/** Builders for the tests of `decide`: a payment of unknown outcome, and what is seen of it. */
import type { Evidence } from '../reconcile/decide.ts';
import type { ChainVerdict, ListedProduct, ProductListing } from '../reconcile/evidence.ts';
import { summaryOf, type PaymentSummary } from '../journal/payment-row.ts';
import { rowOf } from '../pay/sign-order.ts';
import { reviewOf } from './order-builders.ts';

export const NOW_SEC = 1_700_000_000;
export const row = (changes: Partial<PaymentSummary> = {}): PaymentSummary => ({
  ...summaryOf(rowOf(reviewOf(), NOW_SEC * 1000, [])),
  state: 'unknown',
  validBeforeSec: NOW_SEC + 300,
  marks: { nonce: '0x1' },
  ...changes,
});
export const card = (id: string, changes: Partial<ListedProduct> = {}): ListedProduct => ({
  id,
  kind: 'us-card',
  amountCents: 5000,
  orderedAtMs: (NOW_SEC + 20) * 1000,
  ...changes,
});
export const listed = (...products: ListedProduct[]): ProductListing => ({ kind: 'listed', products });
export const SETTLED: ChainVerdict = { kind: 'settled', transaction: '0xpaid', atSec: NOW_SEC + 10 };
export const UNREADABLE: ChainVerdict = { kind: 'unreadable', why: 'down' };
export const seen = (changes: Partial<Evidence> = {}, of: PaymentSummary = row()): Evidence => ({
  chain: UNREADABLE,
  listing: { kind: 'signed-out' },
  rows: [of],
  ...changes,
});
