import { isJsonObject } from './json-object.ts';
import type { PaymentRow } from './payment-row.ts';
import type { Settlement } from './settlement.ts';
import type { PaidAnswer } from './transport.ts';

/** The product, found in the body of a 2xx by the feature that knows how Laso writes it. */
export interface DeliveredProduct {
  /** Under which id the account lists it; null when it is in no list, or its id was not told. */
  readonly cardId: string | null;
  /** Laso's time of the order (ms), where its id was not told: finds it in the list. */
  readonly orderedAtMs?: number | null;
  /** Puts away what the answer brings only once (a code), before the row counts as delivered. A rejection leaves it undelivered. */
  readonly keep?: (row: PaymentRow) => Promise<void>;
}

/** Gets the parsed body of a 2xx; null = no usable product in it. Must not throw (a throw counts as null). */
export type FindProduct = (body: unknown) => DeliveredProduct | null;

/** The server's words beside an unknown outcome. `probablyNotCharged`: it says that it refused, which proves nothing. */
export interface ServerHint {
  readonly words: string;
  readonly probablyNotCharged: boolean;
}

export interface Outcome {
  readonly state: 'delivered' | 'paid-not-delivered' | 'unknown';
  /** Only when delivered. */
  readonly product: DeliveredProduct | null;
  readonly reason: string | null;
  readonly hint: ServerHint | null;
  /** The transaction as the server named it: with `settlement_pending` it may come true later, with a failure it may be a reverted one. */
  readonly transaction: string | null;
}

/**
 * What an answer to a sent payment means (product.md §5): a 2xx with the product = delivered; a 2xx that says success without
 * one = paid, not delivered; anything else (any 402, 5xx, silence) = unknown, whatever the server's words.
 */
export function outcomeOf(answer: PaidAnswer, findProduct: FindProduct): Outcome {
  const { settlement } = answer;
  const named = settlement?.transaction ?? null;
  if (answer.kind === 'silent')
    return unknown(
      'The connection ended before Laso answered. The payment may have been made. Do not pay again until that is clear.',
      named,
    );
  const { status, body } = answer;
  if (status < 200 || status > 299) {
    const words = serverWords(body, settlement?.errorReason);
    const said =
      words === null ? `Laso answered with an error (${status}).` : `Laso answered ${status}: “${words}”.`;
    const hint = words === null ? null : { words, probablyNotCharged: saysRefused(status, body, settlement) };
    return unknown(`${said} That does not prove that nothing was paid.`, named ?? transactionIn(body), hint);
  }
  const product = found(findProduct, body);
  if (product) return { state: 'delivered', product, reason: null, hint: null, transaction: named };
  const success = settlement ? settlement.success : isJsonObject(body) && body['success'] === true;
  return success
    ? {
        state: 'paid-not-delivered',
        product: null,
        reason: 'Laso took the payment, but its answer does not hold what you bought. Ask Laso support.',
        hint: null,
        transaction: named,
      }
    : unknown('Laso answered, but its answer says neither that it was paid nor what was bought.', named);
}

function found(findProduct: FindProduct, body: unknown): DeliveredProduct | null {
  try {
    return findProduct(body);
  } catch {
    return null;
  }
}

/** Words that name a refusal the chain never saw. Others (`settlement_pending`, `nonce_already_used`, a failed transaction …) say that it was tried. */
const REFUSALS =
  /insufficient_(?:funds|balance)|invalid_(?:payload|signature|exact_\w{0,60}_(?:signature|payload_authorization|insufficient))|No matching payment requirements/i;

/** A second 402 that gives a reason why it did not even try (laso-api.md, "Paid routes"), and names no transaction. */
function saysRefused(status: number, body: unknown, settlement: Settlement | null): boolean {
  if (status !== 402 || settlement?.success === true || settlement?.transaction) return false;
  const reasons = [settlement?.errorReason, isJsonObject(body) ? body['errorReason'] : null];
  return reasons.some((reason) => typeof reason === 'string' && REFUSALS.test(reason));
}

function serverWords(body: unknown, errorReason: string | null | undefined): string | null {
  const fromBody = isJsonObject(body)
    ? (body['frozen_message'] ??
      body['errorMessage'] ??
      body['errorReason'] ??
      body['message'] ??
      body['error'])
    : null;
  const words = [fromBody, errorReason].find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof words === 'string' ? words.trim().slice(0, 200) : null;
}

function transactionIn(body: unknown): string | null {
  const named = isJsonObject(body) ? body['transaction'] : null;
  return typeof named === 'string' && named !== '' ? named.slice(0, 500) : null;
}

const unknown = (reason: string, transaction: string | null, hint: ServerHint | null = null): Outcome => ({
  state: 'unknown',
  product: null,
  reason,
  hint,
  transaction,
});
