import type { x402HTTPClient } from '@x402/core/client';
import type { ReviewedOrder } from '../order-review.ts';

type PaymentRequired = Parameters<x402HTTPClient['createPaymentPayload']>[0];

/**
 * The challenge as the x402 client wants it, with the reviewed offer as the only choice: whatever else the server offered cannot
 * be picked. Resource and extensions are echoed verbatim, as the protocol asks.
 */
export function paymentRequiredOf(review: ReviewedOrder): PaymentRequired {
  const raw = review.challengeRaw;
  const only = { ...raw, x402Version: 2, accepts: [{ amount: review.amountAtomic, ...review.offerRaw }] };
  // The boundary to @x402's own types: `challenge.ts` has parsed this very object, `guard.ts` has checked it.
  return only as unknown as PaymentRequired;
}
