import { isJsonObject } from './json-object.ts';
import type { PaidAnswer } from './transport.ts';

/** The product, found in the body of a 2xx by the feature that knows how Laso writes it. */
export interface DeliveredProduct {
  readonly cardId: string | null;
}

/** Gets the parsed body of a 2xx; null = no usable product in it. Must not throw (a throw counts as null). */
export type FindProduct = (body: unknown) => DeliveredProduct | null;

export type Outcome =
  | { readonly state: 'delivered'; readonly cardId: string | null; readonly reason: null }
  | { readonly state: 'paid-not-delivered'; readonly cardId: null; readonly reason: string }
  | { readonly state: 'unknown'; readonly cardId: null; readonly reason: string };

/**
 * What an answer to a sent payment means (product.md §5): a 2xx with the product = delivered; a 2xx that says success without
 * one = paid, not delivered; anything else (any 402, 5xx, silence) = unknown, whatever the server's words.
 */
export function outcomeOf(answer: PaidAnswer, findProduct: FindProduct): Outcome {
  if (answer.kind === 'silent')
    return unknown(
      'The connection ended before Laso answered. The payment may have been made. Do not pay again before that is clear.',
    );
  const { status, body, settlement } = answer;
  if (status < 200 || status > 299)
    return unknown(
      `${saidNo(status, body, settlement?.errorReason)} That does not prove that nothing was paid.`,
    );
  const product = found(findProduct, body);
  if (product) return { state: 'delivered', cardId: product.cardId, reason: null };
  const success = settlement ? settlement.success : isJsonObject(body) && body['success'] === true;
  return success
    ? {
        state: 'paid-not-delivered',
        cardId: null,
        reason: 'Laso took the payment, but its answer holds nothing that was bought. Ask Laso support.',
      }
    : unknown('Laso answered, but its answer says neither that it was paid nor what was bought.');
}

function found(findProduct: FindProduct, body: unknown): DeliveredProduct | null {
  try {
    return findProduct(body);
  } catch {
    return null;
  }
}

function saidNo(status: number, body: unknown, errorReason: string | null | undefined): string {
  const fromBody = isJsonObject(body)
    ? (body['frozen_message'] ??
      body['errorMessage'] ??
      body['errorReason'] ??
      body['message'] ??
      body['error'])
    : null;
  const words = [fromBody, errorReason].find((value) => typeof value === 'string' && value.trim() !== '');
  return words === undefined || words === null
    ? `Laso answered with an error (${status}).`
    : `Laso answered ${status}: “${String(words).trim().slice(0, 200)}”.`;
}

const unknown = (reason: string): Outcome => ({ state: 'unknown', cardId: null, reason });
