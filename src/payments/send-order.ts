import type { Journal } from './journal.ts';
import { outcomeOf, type FindProduct } from './outcome.ts';
import { PaymentError } from './payment-error.ts';
import { advance, type PaymentRow } from './payment-row.ts';
import { sendPaid, type PaidAnswer } from './transport.ts';

export interface SendInput {
  /** A row in state `signed`, as the journal holds it. */
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

/** Servers refuse what ends within about six seconds (spike §4): sending it could only end in "unknown". */
const LEAST_SECONDS_LEFT = 10;

/**
 * Sends the row's payload, after "sent" is on the disk. Throws PaymentError `storage`/`state` when that cannot be written: then
 * nothing was sent. After sending it always resolves.
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
  if (row.state !== 'signed' || signed === null)
    throw new PaymentError('state', 'There is nothing signed to send. Nothing was paid.');
  if (signed.validBeforeSec * 1000 - now() < LEAST_SECONDS_LEFT * 1000)
    return tooLate(row, journal, now(), onRow);

  const sent = advance(row, 'sent', { atMs: now() });
  await journal.commit(sent);
  onRow(sent);
  const answer = await send(row.requestUrl, signed).catch((cause: unknown): PaidAnswer => ({
    kind: 'silent',
    cause,
    settlement: null,
  }));
  const outcome = outcomeOf(answer, findProduct);
  const final = advance(sent, outcome.state, {
    atMs: now(),
    patch: {
      cardId: outcome.cardId,
      reason: outcome.reason,
      transaction: answer.settlement?.transaction ?? null,
    },
  });
  const error = await journal.commit(final).then(
    () => null,
    (cause: unknown) =>
      cause instanceof PaymentError
        ? cause
        : new PaymentError('storage', 'The outcome could not be written down.', { cause }),
  );
  onRow(final);
  return {
    row: final,
    answer,
    error:
      error &&
      new PaymentError(
        'storage',
        'The outcome of this payment could not be saved on this device. Write down what is shown here.',
        { cause: error },
      ),
  };
}

async function tooLate(
  row: PaymentRow,
  journal: Journal,
  atMs: number,
  onRow: SendInput['onRow'],
): Promise<SendResult> {
  const error = new PaymentError(
    'wallet-silent',
    'The signature came when the offer had almost ended, so it was not sent. Nothing was paid. Order again.',
  );
  const dropped = advance(row, 'not-charged', { atMs, patch: { reason: error.message } });
  await journal.commit(dropped);
  onRow(dropped);
  return { row: dropped, answer: null, error };
}
