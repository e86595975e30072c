import { isJsonObject, type JsonObject } from './json-object.ts';

const EXTENSION = 'payment-identifier';

/**
 * An id for this payment when the challenge offers x402's `payment-identifier` (specs/extensions/payment_identifier.md: 16–128 characters of
 * [A-Za-z0-9_-]), else null. Random, because a server may hand the answer to whoever repeats it.
 */
export const newPaymentId = (challengeRaw: JsonObject): string | null =>
  infoOf(challengeRaw['extensions']) ? `laso-${crypto.randomUUID()}` : null;

/** The challenge's extensions with the id filled in; unchanged when there is none to send. */
export function withPaymentId(extensions: JsonObject, paymentId: string | null): JsonObject {
  const info = infoOf(extensions);
  const extension = extensions[EXTENSION];
  if (paymentId === null || !info || !isJsonObject(extension)) return extensions;
  return { ...extensions, [EXTENSION]: { ...extension, info: { ...info, id: paymentId } } };
}

/** The id a payload carries, or null. */
export function paymentIdIn(extensions: unknown): string | null {
  const id = infoOf(extensions)?.['id'];
  return typeof id === 'string' ? id : null;
}

function infoOf(extensions: unknown): JsonObject | null {
  const extension = isJsonObject(extensions) ? extensions[EXTENSION] : null;
  const info = isJsonObject(extension) ? extension['info'] : null;
  return isJsonObject(info) ? info : null;
}
