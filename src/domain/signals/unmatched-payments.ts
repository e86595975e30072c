import type { ChainTransfer } from '../chain-purchase.ts';
import { formatUsdc, usdcAtomicToCents } from '../money.ts';
import { signal, type Signal } from './signal.ts';

/**
 * Payments that "Check the chain" found and nothing explains. One signal, dismissed payment by payment, so
 * that a new payment brings it back.
 */
export function unmatchedPayments(transfers: readonly ChainTransfer[]): Signal[] {
  if (transfers.length === 0) return [];
  const atomic = transfers.reduce((sum, { amountAtomic }) => sum + amountAtomic, 0n);
  const amount = `${formatUsdc(atomic)} USDC`;
  return [
    signal({
      kind: 'unmatched-payment',
      id: 'unmatched-payment',
      parts: transfers.map(({ transaction, logIndex }) => `unmatched-payment ${transaction} ${logIndex}`),
      level: 'attention',
      sentence:
        transfers.length === 1
          ? `A payment of ${amount} to Laso matches no known order or sign-in.`
          : `${transfers.length} payments to Laso, ${amount} together, match no known order or sign-in.`,
      transfers,
      amountCents: usdcAtomicToCents(atomic),
    }),
  ];
}
