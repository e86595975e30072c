import { accountIdOf } from '#domain/account.ts';
import { isOwnAnswer } from '#domain/own-answer.ts';
import { memberOf } from '#domain/member-of.ts';
import { quoted, readRefusal } from '#domain/refusal.ts';
import { refusalKind } from '#domain/refusal-kind.ts';
import { cutText } from '#domain/plain-text.ts';
import { isJsonObject } from '../quote/json-object.ts';
import type { PaymentRow, PaymentSummary } from '../journal/payment-row.ts';
import { wordsOfRefusal } from '../quote/refusal-words.ts';
import { transactionName, type Settlement } from './settlement.ts';
import type { PaidAnswer } from '../quote/transport.ts';
import type { UnreadableRecord } from '../journal/unreadable-record.ts';

/** The product, found in the body of a 2xx by the feature that knows how Laso writes it. */
export interface DeliveredProduct {
  /** Under which id the account lists it; null when it is in no list, or its id was not told. */
  readonly cardId: string | null;
  /** Laso's time of the order (ms), where its id was not told: finds it in the list. */
  readonly orderedAtMs?: number | null;
  /** Puts away what the answer brings only once (a code), before the row counts as delivered. A rejection leaves it undelivered. */
  readonly keep?: (row: PaymentRow) => Promise<void>;
  /** Whether the very same code or link is on this device as another payment's: then the answer is an older one. */
  readonly isAnothers?: (row: PaymentRow) => Promise<boolean>;
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
  /** What the answer brought: delivered, or in doubt. */
  readonly product: DeliveredProduct | null;
  readonly reason: string | null;
  readonly hint: ServerHint | null;
  /** The transaction as the server named it: with `settlement_pending` it may come true later, with a failure it may be a reverted one. */
  readonly transaction: string | null;
  /** Why a 2xx is not believed; null everywhere else. */
  readonly doubt: string | null;
}

/** The order that the answer is for, and what other payments already have. */
export interface AnsweredOrder {
  readonly row: Pick<PaymentRow, 'id' | 'payer' | 'knownProductIds'> & {
    readonly signed?: PaymentRow['signed'];
  };
  /** All rows of the journal. */
  readonly rows: readonly Pick<PaymentSummary, 'id' | 'cardId' | 'orderedAtMs' | 'transaction'>[];
  /** Records that could not be read. */
  readonly unreadable?: readonly Pick<UnreadableRecord, 'cardId' | 'transaction'>[];
}

/**
 * What an answer to a sent payment means (product.md §5). Pure. A 2xx of Laso's own form with a product that can be this order's = delivered; one
 * that says success without a product = paid, not delivered; anything else (any 402, 5xx, silence, a page of something between, the card or the
 * transaction of another payment) = unknown, whatever the words.
 */
export function outcomeOf(answer: PaidAnswer, findProduct: FindProduct, order: AnsweredOrder): Outcome {
  const { settlement } = answer;
  const named = settlement?.transaction ?? null;
  if (answer.kind === 'silent')
    return unknown(
      'The connection ended before Laso answered. The payment may have been made. Do not pay again until that is clear.',
      named,
    );
  const { status, body } = answer;
  const isOwn = isOwnAnswer(answer);
  if (status < 200 || status > 299) return refusal(answer, isOwn, order);
  const product = found(findProduct, body);
  if (!isOwn && !product) return unknown(`${NOT_LASO} ${NOT_PROVEN}`, named);
  const doubt = isOwn ? doubtOf({ body, product, transaction: named }, order) : NOT_LASO;
  // Kept all the same where it comes only once, but believed only with the chain's word.
  if (doubt !== null)
    return { ...unknown(`${doubt} ${NOT_PROVEN}`, isTaken(named, order) ? null : named), product, doubt };
  if (product) return { ...unknown(null, named), state: 'delivered', product };
  const success = settlement ? settlement.success : isJsonObject(body) && body['success'] === true;
  return success
    ? { ...unknown(PAID_FOR_NOTHING, named), state: 'paid-not-delivered' }
    : unknown('Laso answered, but its answer says neither that it was paid nor what was bought.', named);
}

const PAID_FOR_NOTHING =
  'Laso took the payment, but its answer does not hold what you bought. Ask Laso support.';
export const NOT_PROVEN =
  'It is not known yet whether you were charged: the chain decides. Do not pay again until that is clear.';
const NOT_LASO =
  'The answer to this payment is not in Laso’s form: something between this page and Laso may have given it (a cache, a gateway, a login page of the network).';

/** Any status but 2xx: words are Laso's only in Laso's own form, and prove nothing even then. */
function refusal(
  answer: Extract<PaidAnswer, { kind: 'answered' }>,
  isOwn: boolean,
  { row }: AnsweredOrder,
): Outcome {
  const { status, body, settlement } = answer;
  const named = settlement?.transaction ?? null;
  const read = readRefusal(body, row.signed ? [row.signed.headerValue] : []);
  if (!isOwn) {
    const says = quoted('It', { words: read.words, hint: null });
    return unknown(
      [`Something between this page and Laso answered (${status}), not Laso.`, says, NOT_PROVEN_UNPAID]
        .filter(Boolean)
        .join(' '),
      named,
    );
  }
  const words = read.frozen ?? read.words ?? settlement?.errorReason ?? null;
  const hint = words === null ? null : { words, probablyNotCharged: saysRefused(status, body, settlement) };
  const transaction = named ?? transactionName(memberOf(body, 'transaction'));
  // A 402 says that nothing was taken; everything else was refused after the payment, which then is in the balance (laso-api.md §3.1).
  const what = status === 402 ? wordsOf402(words) : wordsOfRefusal(refusalKind(status, read), status);
  const said = quoted('Laso', { words, hint: read.hint });
  const money = status === 402 && words !== null ? NOT_PROVEN_UNPAID : PROBABLY_IN_BALANCE;
  return unknown([what, said, money].filter(Boolean).join(' '), transaction, hint);
}

const wordsOf402 = (words: string | null): string =>
  words === null
    ? 'Laso answered 402 without a word, as if no payment had come; money has been taken in such a case before.'
    : 'Laso answered that the payment is not settled (402).';

const NOT_PROVEN_UNPAID = 'That does not prove that nothing was paid.';
const PROBABLY_IN_BALANCE = `${NOT_PROVEN_UNPAID} If you were charged, the amount is probably in your Laso account balance: a withdrawal takes it back. Do not pay again until the chain has decided.`;

/** Why this cannot be the answer to this order; null where nothing speaks against it. */
function doubtOf(
  {
    body,
    product,
    transaction,
  }: { body: unknown; product: DeliveredProduct | null; transaction: string | null },
  order: AnsweredOrder,
): string | null {
  const { row, rows, unreadable = [] } = order;
  // The payer is the account (laso-api.md §1.1): a cache may have given somebody else's answer.
  const user = isJsonObject(body) ? body['user_id'] : null;
  if (typeof user === 'string' && accountIdOf(user) !== accountIdOf(row.payer))
    return 'The answer is for another account than the one that paid.';
  const id = product?.cardId ?? null;
  if (id !== null && row.knownProductIds?.includes(id))
    return 'The answer names a card that the account had before this order: it may be an older answer.';
  const others = [...rows.filter((other) => other.id !== row.id), ...unreadable];
  if (id !== null && others.some(({ cardId }) => cardId === id))
    return 'The answer names the card of another payment: it may be an older answer.';
  const at = product?.orderedAtMs ?? null;
  if (at !== null && rows.some((other) => other.id !== row.id && other.orderedAtMs === at))
    return 'The answer tells the very time of another order: it may be an older answer.';
  return isTaken(transaction, order)
    ? 'The answer names the transaction of another payment: it may be an older answer.'
    : null;
}

const isTaken = (transaction: string | null, { row, rows, unreadable = [] }: AnsweredOrder): boolean =>
  transaction !== null &&
  [...rows.filter(({ id }) => id !== row.id), ...unreadable].some(
    (other) => other.transaction?.toLowerCase() === transaction.toLowerCase(),
  );

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
const MAX_REASON = 300;

/** A second 402 that gives a reason why it did not even try (laso-api.md §3), and names no transaction. */
function saysRefused(status: number, body: unknown, settlement: Settlement | null): boolean {
  if (status !== 402 || settlement?.success === true || settlement?.transaction) return false;
  const reasons = [settlement?.errorReason, isJsonObject(body) ? body['errorReason'] : null];
  // Cut before it is matched: a server's text has any length.
  return reasons.some((reason) => typeof reason === 'string' && REFUSALS.test(cutText(reason, MAX_REASON)));
}

const unknown = (
  reason: string | null,
  transaction: string | null,
  hint: ServerHint | null = null,
): Outcome & { state: 'unknown' } => ({
  state: 'unknown',
  product: null,
  reason,
  hint,
  transaction,
  doubt: null,
});
