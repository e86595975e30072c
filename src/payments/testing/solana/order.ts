/** Builders for the tests of this folder: an order on Solana as Laso's documents describe it. */
import type { NetworkConfig } from '#config/config-schema.ts';
import { SOLANA } from '#domain/chain.ts';
import { checkQuote, type TrustedTerms } from '../../quote/guard.ts';
import { reviewOrder, type ReviewedOrder } from '../../quote/order-review.ts';
import { challengeOf, challengeRaw, LIMITS, ORIGIN } from '../order-builders.ts';

export const USDC = 'EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v';
export const LASO = '3MZVk97x9SeRxbYpc3jhzRfU2fyA3emYutnqfn9kNfYX';
export const FEE_PAYER = 'BJE5MMbqXjVwjAF7oxwPYXnTXDyspzZyt4vwenNw5ruG';

export const networkAt = (rpcUrl: string): NetworkConfig => ({
  id: SOLANA,
  rpcUrl,
  usdc: USDC,
  payTo: [LASO],
  explorerUrl: 'https://solscan.io',
});
export const trustedAt = (rpcUrl: string): TrustedTerms => ({
  network: networkAt(rpcUrl),
  apiOrigins: [ORIGIN],
});

export const solanaOffer = (changes: Record<string, unknown> = {}) => ({
  scheme: 'exact',
  network: SOLANA,
  amount: '50000000',
  asset: USDC,
  payTo: LASO,
  maxTimeoutSeconds: 60,
  extra: { feePayer: FEE_PAYER },
  ...changes,
});

export function solanaQuote(changes: Record<string, unknown> = {}, rpcUrl = 'http://127.0.0.1:1') {
  const challenge = challengeOf({
    ...challengeRaw,
    accepts: [...challengeRaw.accepts, solanaOffer(changes)],
  });
  const trusted = trustedAt(rpcUrl);
  return { challenge, trusted, ...checkQuote({ challenge, limits: LIMITS, trusted }) };
}

export function solanaReview(
  payer: string,
  changes: Partial<ReviewedOrder> = {},
  offerChanges: Record<string, unknown> = {},
): ReviewedOrder {
  const { challenge, trusted, offer } = solanaQuote(offerChanges);
  if (!offer) throw new Error('no offer');
  const review = reviewOrder({
    challenge,
    offer,
    limits: LIMITS,
    trusted,
    payer,
    accountOnScreen: null,
    order: { kind: 'us-card', amountCents: 5000 },
    nowMs: 1_000,
    orderId: 'order-1',
  });
  return { ...review, ...changes };
}
