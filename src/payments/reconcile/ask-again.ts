import { factsOf } from '#domain/product-kind.ts';
import { commitDelivered } from '../pay/commit-delivered.ts';
import { NOT_KEPT } from './evidence.ts';
import type { Journal } from '../journal/journal.ts';
import { outcomeOf, type FindProduct, type Outcome } from '../pay/outcome.ts';
import { PaymentError } from '../payment-error.ts';
import { amend, type PaymentRow, type PaymentSummary } from '../journal/payment-row.ts';
import { answeredOrder, putAway, silentWhenBroken, type SendResult } from '../pay/send-order.ts';
import type { sendPaid } from '../quote/transport.ts';

/** Sends of one payload in all: whoever did not answer the first ones is not asked for ever. */
export const MAX_SENDS_IN_ALL = 6;

/**
 * Whether Laso may be asked once more for what was paid and never came (lessons.md 10): only by the identical payload, and only where its
 * server offered to remember the answer by `payment-identifier`. No time ends this: an authorisation that was used cannot be charged again.
 */
export const mayAskAgain = (
  row: Pick<PaymentSummary, 'state' | 'sends' | 'product' | 'answerable' | 'dismissed'>,
): boolean =>
  row.state === 'paid-not-delivered' &&
  row.dismissed === null &&
  row.answerable &&
  row.sends < MAX_SENDS_IN_ALL &&
  // A sign-in brings nothing that could be lost: one signs in again.
  !factsOf(row.product.kind)?.signsIn;

interface AskInput {
  /** As the journal holds it. */
  readonly row: PaymentRow;
  readonly summary: PaymentSummary;
  readonly journal: Journal;
  readonly findProduct: FindProduct;
  readonly now: () => number;
  readonly send: typeof sendPaid;
}

const OTHER_TRANSACTION =
  'The answer does not name the transaction of this payment: it may be an older answer.';

const sameTransaction = (
  { transaction }: Pick<Outcome, 'transaction'>,
  row: Pick<PaymentRow, 'transaction'>,
): boolean => transaction !== null && transaction.toLowerCase() === row.transaction?.toLowerCase();

const NOTHING_CAME =
  'Laso did not send what you bought. Nothing more was charged. Try again later, or ask Laso support with the text below.';

const NOT_BELIEVED = 'Nothing more was charged. Try again later, or ask Laso support with the text below.';

/**
 * Asks for it: written down before it is sent. The row is delivered when the answer brings the product and it could be put away; whatever
 * else comes, it stays paid, not delivered, and `error` says so. Throws PaymentError `state`/`storage` when nothing was sent. The caller
 * holds the wallet's lock.
 */
export async function askAgain(input: AskInput): Promise<SendResult> {
  const { row, summary, journal, findProduct, now, send } = input;
  if (!mayAskAgain(summary) || row.signed === null)
    throw new PaymentError(
      'state',
      'Laso was asked often enough for this payment. Nothing was sent now: ask Laso support with the text below.',
    );
  const asked = amend(row, { atMs: now(), note: 'Laso is asked again', patch: { sends: row.sends + 1 } });
  await journal.commit(asked);
  const answer = await silentWhenBroken(send(row.requestUrl, row.signed));
  const found = outcomeOf(answer, findProduct, await answeredOrder(journal, asked));
  const { product, state, doubt: odd } = await putAway(found, asked);
  // The payment is proven: an answer that brings a card names its transaction, or the account's list has to show the card.
  const isOther = product?.cardId && row.settledAtSec !== null && !sameTransaction(found, row);
  const doubt = odd ?? (isOther ? OTHER_TRANSACTION : null);
  if (product && state === 'delivered' && doubt === null) {
    const { cardId, orderedAtMs } = product;
    // What was taken back once stays said.
    const reason = row.corrected?.words ?? null;
    const patch = { cardId, ...(orderedAtMs && { orderedAtMs }), candidateIds: [], reason, hint: null };
    const step = { atMs: now(), note: 'Laso answered once more', patch };
    return { row: await commitDelivered(journal, asked, step), answer, error: null };
  }
  if (doubt !== null)
    return { row: asked, answer, error: new PaymentError('state', `${doubt} ${NOT_BELIEVED}`) };
  if (!product) return { row: asked, answer, error: new PaymentError('state', NOTHING_CAME) };
  const held = amend(asked, { atMs: now(), patch: { reason: NOT_KEPT } });
  await journal.commit(held);
  return { row: held, answer, error: new PaymentError('storage', NOT_KEPT) };
}
