import type { x402HTTPClient } from '@x402/core/client';
import { isJsonObject } from '../quote/json-object.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { withPaymentId } from '../quote/payment-identifier.ts';

type PaymentRequired = Parameters<x402HTTPClient['createPaymentPayload']>[0];

/** `eip155:8453` as @x402 types it. */
export const networkOf = (id: string): `${string}:${string}` =>
  `${id.split(':')[0] ?? ''}:${id.split(':')[1] ?? ''}`;

/** The reviewed offer, verbatim (the server compares what is echoed), with the reviewed values where the signature needs them. */
export const acceptedOf = (review: ReviewedOrder) => ({
  ...review.offerRaw,
  scheme: 'exact',
  network: networkOf(review.network),
  asset: review.asset,
  amount: review.amountAtomic,
  payTo: review.payTo,
  maxTimeoutSeconds: review.maxTimeoutSeconds,
  extra: isJsonObject(review.offerRaw['extra']) ? { ...review.offerRaw['extra'] } : {},
});

/**
 * The challenge as the x402 client wants it, with the reviewed offer as the only choice: whatever else the server offered cannot
 * be picked. Resource and extensions are echoed as they came, with our payment identifier where the server offers one.
 */
export function paymentRequiredOf(review: ReviewedOrder): PaymentRequired {
  const { resource, extensions } = review.challengeRaw;
  return {
    x402Version: 2,
    resource: { ...(isJsonObject(resource) ? resource : {}), url: resourceUrl(resource) },
    accepts: [acceptedOf(review)],
    ...(isJsonObject(extensions) && { extensions: { ...withPaymentId(extensions, review.paymentId) } }),
  };
}

const resourceUrl = (resource: unknown): string =>
  isJsonObject(resource) && typeof resource['url'] === 'string' ? resource['url'] : '';
