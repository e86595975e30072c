import * as z from 'zod/mini';
import { decodeBase64Json } from '../quote/base64-json.ts';
import { acceptedOf } from '../evm/payment-required.ts';
import { sameJson } from '../quote/json-object.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { PaymentError } from '../payment-error.ts';
import { paymentIdIn } from '../quote/payment-identifier.ts';
import { bytesOfBase64 } from './wire-message.ts';

const payloadSchema = z.looseObject({
  x402Version: z.literal(2),
  payload: z.strictObject({ transaction: z.string() }),
  accepted: z.looseObject({}),
  extensions: z.optional(z.unknown()),
});

/**
 * Decodes the finished header again: it must be for the reviewed offer. Returns its value and the wire transaction in it, for the
 * last check; throws PaymentError `signer-refused`, and the signature is dropped then.
 */
export function readSignedHeader(
  headers: readonly (readonly [string, string])[],
  review: ReviewedOrder,
): { headerValue: string; wire: Uint8Array } {
  const [entry, ...more] = headers;
  const parsed = entry && z.safeParse(payloadSchema, decodeBase64Json(entry[1]));
  const fits =
    entry?.[0] === 'PAYMENT-SIGNATURE' &&
    more.length === 0 &&
    parsed?.success === true &&
    sameJson(parsed.data.accepted, acceptedOf(review)) &&
    paymentIdIn(parsed.data.extensions) === review.paymentId;
  if (!fits) throw refusedHeader();
  return { headerValue: entry[1], wire: bytesOfBase64(parsed.data.payload.transaction) };
}

export const refusedHeader = (): PaymentError =>
  new PaymentError(
    'signer-refused',
    'The signed payment is not the one you reviewed, so it was discarded unsent. Nothing was paid.',
  );
