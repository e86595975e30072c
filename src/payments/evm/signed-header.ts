import * as z from 'zod/mini';
import { decodeBase64Json } from '../base64-json.ts';
import { sameJson } from '../json-object.ts';
import type { ReviewedOrder } from '../order-review.ts';
import { PaymentError } from '../payment-error.ts';
import type { SignedPayment } from '../signed-payment.ts';
import { acceptedOf } from './payment-required.ts';
import type { Authorization } from './typed-data-check.ts';

const headerSchema = z.looseObject({
  x402Version: z.literal(2),
  payload: z.strictObject({
    authorization: z.strictObject({
      from: z.string(),
      to: z.string(),
      value: z.string(),
      validAfter: z.string(),
      validBefore: z.string(),
      nonce: z.string(),
    }),
    signature: z.string(),
  }),
  accepted: z.looseObject({}),
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
  if (!asked || !entry || more.length > 0 || entry[0] !== 'PAYMENT-SIGNATURE') throw refused();
  const parsed = z.safeParse(headerSchema, decodeBase64Json(entry[1]));
  if (!parsed.success) throw refused();
  const { payload, accepted } = parsed.data;
  const written = payload.authorization;
  const same =
    written.from.toLowerCase() === asked.from.toLowerCase() &&
    written.to.toLowerCase() === asked.to.toLowerCase() &&
    written.value === asked.value.toString() &&
    written.validAfter === asked.validAfter.toString() &&
    written.validBefore === asked.validBefore.toString() &&
    written.nonce.toLowerCase() === asked.nonce.toLowerCase() &&
    sameJson(accepted, acceptedOf(review));
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

const refused = (): PaymentError =>
  new PaymentError(
    'signer-refused',
    'The signed payment is not the one you reviewed, so it was thrown away unsent. Nothing was paid.',
  );
