import { NOT_KEPT } from '../reconcile/evidence.ts';
import { entriesOf, type Journal } from '../journal/journal.ts';
import {
  NOT_PROVEN,
  outcomeOf,
  type AnsweredOrder,
  type DeliveredProduct,
  type FindProduct,
  type Outcome,
} from './outcome.ts';
import { PaymentError } from '../payment-error.ts';
import { advance, type PaymentRow } from '../journal/payment-row.ts';
import { maySend } from './may-send.ts';
import { sendPaid, type PaidAnswer } from '../quote/transport.ts';

interface SendInput {
  /** A row in state `signed`, or `unknown` to send the very same payload again, as the journal holds it. */
  readonly row: PaymentRow;
  readonly journal: Journal;
  readonly findProduct: FindProduct;
  readonly now: () => number;
  readonly onRow: (row: PaymentRow) => void;
  readonly send?: typeof sendPaid;
}

export interface SendResult {
  readonly row: PaymentRow;
  /** What Laso answered, for the feature to read product and session from; null when nothing was sent. */
  readonly answer: PaidAnswer | null;
  /** Set when the outcome is known but could not be written to the journal (`storage`), or the signature came too late (`wallet-silent`). */
  readonly error: PaymentError | null;
}

/** A disk that never answers must not hide what was delivered. */
const KEEP_TIMEOUT_MS = 10_000;

/**
 * Sends the row's payload, after "sent" is on the disk. Throws PaymentError `storage`/`state` when that cannot be written: then
 * nothing was sent. After sending it always resolves. The caller holds the wallet's lock.
 */
export async function sendOrder({
  row,
  journal,
  findProduct,
  now,
  onRow,
  send = sendPaid,
}: SendInput): Promise<SendResult> {
  const { signed } = row;
  if ((row.state !== 'signed' && row.state !== 'unknown') || signed === null)
    throw new PaymentError('state', 'There is nothing signed to send. Nothing was sent.');
  if (!maySend(row, now())) return tooLate(row, journal, now(), onRow);

  const sent = advance(row, 'sent', { atMs: now(), patch: { sends: row.sends + 1 } });
  await journal.commit(sent);
  onRow(sent);
  const answer = await silentWhenBroken(send(row.requestUrl, signed));
  const outcome = await putAway(outcomeOf(answer, findProduct, await answeredOrder(journal, sent)), sent);
  const { state, reason, hint, doubt } = outcome;
  const product = state === 'unknown' ? null : outcome.product;
  const final = advance(sent, state, {
    atMs: now(),
    patch: {
      cardId: product?.cardId ?? null,
      ...(product?.orderedAtMs && { orderedAtMs: product.orderedAtMs }),
      reason,
      hint,
      ...((doubt !== null || sent.doubt) && { doubt }),
      // An earlier answer may have named the transaction; a later one without it takes nothing back.
      transaction: outcome.transaction ?? sent.transaction,
    },
  });
  const error = await journal.commit(final).then(
    () => null,
    (cause: unknown) =>
      new PaymentError(
        'storage',
        'The outcome of this payment could not be saved on this device. Write down what is shown here.',
        { cause },
      ),
  );
  onRow(final);
  return { row: final, answer, error };
}

export const silentWhenBroken = (answer: Promise<PaidAnswer>): Promise<PaidAnswer> =>
  answer.catch((cause: unknown) => ({ kind: 'silent', cause, settlement: null }));

/** The order with what other payments have. A journal that cannot be read just now knows of none: the answer is not lost for it. */
export async function answeredOrder(journal: Journal, row: PaymentRow): Promise<AnsweredOrder> {
  const entries = await journal.list().catch(() => []);
  return { row, ...entriesOf(entries) };
}

/** What comes only once counts as delivered when it is on the disk, not before (product.md §6). */
export async function putAway(outcome: Outcome, sent: PaymentRow): Promise<Outcome> {
  const { product } = outcome;
  if (!product) return outcome;
  if (await isAnothers(product, sent))
    return {
      ...outcome,
      state: 'unknown',
      product: null,
      reason: `${SAME_SECRET} ${NOT_PROVEN}`,
      doubt: SAME_SECRET,
    };
  try {
    if (product.keep) await withinTime(product.keep(sent), KEEP_TIMEOUT_MS);
    return outcome;
  } catch {
    // In doubt nothing is said of the payment; the secret itself is held where the product puts it.
    return outcome.doubt === null ? { ...outcome, state: 'paid-not-delivered', reason: NOT_KEPT } : outcome;
  }
}

const SAME_SECRET = 'The answer holds the very code or link of another payment: it may be an older answer.';

const isAnothers = (product: DeliveredProduct, sent: PaymentRow): Promise<boolean> =>
  withinTime(product.isAnothers?.(sent) ?? Promise.resolve(false), KEEP_TIMEOUT_MS).catch(() => false);

async function withinTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** A signature that was never sent is dropped: nothing can be charged. A payment of unknown outcome stays what it is. */
async function tooLate(
  row: PaymentRow,
  journal: Journal,
  atMs: number,
  onRow: SendInput['onRow'],
): Promise<SendResult> {
  if (row.state === 'unknown')
    throw new PaymentError(
      'state',
      'This payment cannot be sent again: it has expired, or was sent often enough. Nothing was sent this time; this page keeps checking its outcome.',
    );
  const error = new PaymentError(
    'wallet-silent',
    'The signature came when the offer had almost expired, so it was not sent. Nothing was paid. Order again.',
  );
  const dropped = advance(row, 'not-charged', { atMs, patch: { reason: error.message } });
  await journal.commit(dropped);
  onRow(dropped);
  return { row: dropped, answer: null, error };
}
