import * as z from 'zod/mini';
import { decodeBase64Json } from '../quote/base64-json.ts';
import { sameJson } from '../quote/json-object.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { PaymentError } from '../payment-error.ts';
import { paymentIdIn } from '../quote/payment-identifier.ts';
import type { SignedPayment } from '../journal/signed-payment.ts';
import { acceptedOf } from './payment-required.ts';
import type { Authorization } from './typed-data-check.ts';

const payloadSchema = z.strictObject({
  authorization: z.strictObject({
    from: z.string(),
    to: z.string(),
    value: z.string(),
    validAfter: z.string(),
    validBefore: z.string(),
    nonce: z.string(),
  }),
  signature: z.string(),
});
const version2 = z.looseObject({
  x402Version: z.literal(2),
  payload: payloadSchema,
  accepted: z.looseObject({}),
  extensions: z.optional(z.unknown()),
});
const version1 = z.strictObject({
  x402Version: z.literal(1),
  scheme: z.literal('exact'),
  network: z.string(),
  payload: payloadSchema,
});

/**
 * Decodes the finished header again: what will be sent must be the authorisation that was checked, for the offer that was
 * reviewed. Throws PaymentError `signer-refused`; the signature is dropped then.
 */
export function readSignedHeader(
  headers: readonly (readonly [string, string])[],
  review: ReviewedOrder,
  asked: Authorization | null,
): SignedPayment {
  const [entry, ...more] = headers;
  if (!asked || !entry || more.length > 0) throw refused();
  const written = authorizationIn(entry, review)?.authorization;
  const same =
    written !== undefined &&
    written.from.toLowerCase() === asked.from.toLowerCase() &&
    written.to.toLowerCase() === asked.to.toLowerCase() &&
    written.value === asked.value.toString() &&
    written.validAfter === asked.validAfter.toString() &&
    written.validBefore === asked.validBefore.toString() &&
    written.nonce.toLowerCase() === asked.nonce.toLowerCase();
  if (!same) throw refused();
  return {
    network: review.network,
    payer: review.payer,
    headerName: entry[0],
    headerValue: entry[1],
    nonce: asked.nonce,
    validAfterSec: Number(asked.validAfter),
    validBeforeSec: Number(asked.validBefore),
  };
}

/** The payload of a header that is of the challenge's own version and for the reviewed offer; else null. */
function authorizationIn(
  [name, value]: readonly [string, string],
  review: ReviewedOrder,
): z.infer<typeof payloadSchema> | null {
  const decoded = decodeBase64Json(value);
  if (review.challengeRaw['x402Version'] === 1) {
    const parsed = z.safeParse(version1, decoded);
    const fits = name === 'X-PAYMENT' && parsed.success && parsed.data.network === review.offerRaw['network'];
    return fits ? parsed.data.payload : null;
  }
  const parsed = z.safeParse(version2, decoded);
  const fits =
    name === 'PAYMENT-SIGNATURE' &&
    parsed.success &&
    sameJson(parsed.data.accepted, acceptedOf(review)) &&
    paymentIdIn(parsed.data.extensions) === review.paymentId;
  return fits ? parsed.data.payload : null;
}

const refused = (): PaymentError =>
  new PaymentError(
    'signer-refused',
    'The signed payment is not the one you reviewed, so it was discarded unsent. Nothing was paid.',
  );
