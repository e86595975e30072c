import type { ChainTransfer, Purchase } from './chain-purchase.ts';
import { bestPairs, fitsPrice } from './pair-by-time.ts';

/** What one sign-in by payment costs (laso-api.md §1.3). Laso lists no sign-ins: the amount is what tells. */
export const SIGN_IN_ATOMIC = 1_000n;

/**
 * What a transfer belongs to, and how that is known: by the very transaction; by amount and time; by the
 * amount alone, where Laso does not tell when something was ordered; or as the price of a sign-in.
 */
export type Match =
  | { readonly transfer: ChainTransfer; readonly by: 'sign-in' }
  | {
      readonly transfer: ChainTransfer;
      readonly by: 'transaction' | 'time' | 'amount';
      readonly purchase: Purchase;
    };

export interface MatchResult {
  readonly matched: readonly Match[];
  /** Money that went to Laso and that nothing known explains, newest first. */
  readonly unmatched: readonly ChainTransfer[];
  /**
   * Purchases without a transfer. Not alarming by itself: they may have been paid before the blocks that were
   * read.
   */
  readonly unpaid: readonly Purchase[];
}

/**
 * Each transfer to at most one purchase and each purchase to at most one transfer: as many as possible, and
 * of those the pairs with times that lie closest together. Pure; product.md §2.
 */
export function matchTransfers(
  transfers: readonly ChainTransfer[],
  purchases: readonly Purchase[],
): MatchResult {
  const matched: Match[] = [];
  const restTransfers = new Set(transfers);
  const restPurchases = new Set(purchases);
  const take = (transfer: ChainTransfer, purchase: Purchase, by: 'transaction' | 'time' | 'amount') => {
    if (!restTransfers.delete(transfer)) return;
    restPurchases.delete(purchase);
    matched.push({ transfer, purchase, by });
  };

  for (const purchase of purchases.filter(({ transaction }) => transaction !== null)) {
    const transfer = [...restTransfers].find((one) => isPaymentOf(one, purchase));
    if (transfer) take(transfer, purchase, 'transaction');
  }
  // A purchase with a known transaction that is not among these was paid elsewhere, so no other transfer can
  // be its payment.
  const open = [...restPurchases].filter(({ transaction }) => transaction === null);
  for (const [transfer, purchase] of bestPairs([...restTransfers], open)) take(transfer, purchase, 'time');
  for (const transfer of [...restTransfers].toSorted(oldestFirst)) {
    if (transfer.amountAtomic !== SIGN_IN_ATOMIC) continue;
    restTransfers.delete(transfer);
    matched.push({ transfer, by: 'sign-in' });
  }
  const undated = open.filter((purchase) => purchase.atMs === null);
  for (const purchase of undated) {
    const transfer = [...restTransfers].toSorted(oldestFirst).find((one) => fitsPrice(one, purchase));
    if (transfer) take(transfer, purchase, 'amount');
  }
  return {
    matched,
    unmatched: [...restTransfers].toSorted((a, b) => oldestFirst(b, a)),
    unpaid: [...restPurchases],
  };
}

const isPaymentOf = (transfer: ChainTransfer, purchase: Purchase): boolean =>
  purchase.transaction !== null &&
  transfer.transaction.toLowerCase() === purchase.transaction.toLowerCase() &&
  fitsPrice(transfer, purchase);

const oldestFirst = (a: ChainTransfer, b: ChainTransfer): number =>
  a.atMs - b.atMs || a.blockNumber - b.blockNumber || a.logIndex - b.logIndex;
