import { accountIdOf } from '#domain/account.ts';
import type { Journal } from '../journal/journal.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { PaymentError } from '../payment-error.ts';
import { advance, ROW_VERSION, type PaymentRow } from '../journal/payment-row.ts';
import type { PaymentSigner, SignedPayment } from '../journal/signed-payment.ts';

interface SignInput {
  readonly review: ReviewedOrder;
  /** Products of this kind the payer's account has now; null when it cannot be asked. Decides later which card is new. */
  readonly knownProductIds?: readonly string[] | null;
  readonly signer: PaymentSigner;
  readonly journal: Journal;
  readonly now: () => number;
  readonly onRow: (row: PaymentRow) => void;
}

/** The row is on the disk before the wallet is asked, and again, with the payload, before this resolves (lessons.md R1). */
type SignResult =
  | { readonly kind: 'signed'; readonly row: PaymentRow }
  | { readonly kind: 'not-charged'; readonly row: PaymentRow; readonly error: PaymentError };

/**
 * Asks the wallet for the one signature of this order. `not-charged`: the wallet gave none (the error says why).
 * Throws PaymentError `storage` when the row cannot be kept: then there is no signature, or it was dropped unsent.
 */
export async function signOrder({
  review,
  knownProductIds = null,
  signer,
  journal,
  now,
  onRow,
}: SignInput): Promise<SignResult> {
  if (signer.payer.toLowerCase() !== review.payer.toLowerCase())
    throw new PaymentError(
      'wallet-account',
      'The wallet is on another account than the one in the review. Review the order again. Nothing was signed.',
    );
  const save = async (row: PaymentRow): Promise<PaymentRow> => {
    await journal.commit(row);
    onRow(row);
    return row;
  };
  const signing = await save(rowOf(review, now(), knownProductIds));
  let signed: SignedPayment;
  try {
    signed = await withinTime(signer.sign(), review.signedSeconds);
  } catch (cause) {
    const error = asPaymentError(cause);
    const row = advance(signing, 'not-charged', { atMs: now(), patch: { reason: error.message } });
    // The row stays "signing" when even this cannot be written; the next start makes it "not charged" (leftover-rows.ts).
    await save(row).catch(() => null);
    return { kind: 'not-charged', row, error };
  }
  const marks = { nonce: signed.nonce, ...(signed.solana && { solana: signed.solana }) };
  const patch = { signed, marks, validBeforeSec: signed.validBeforeSec };
  return { kind: 'signed', row: await save(advance(signing, 'signed', { atMs: now(), patch })) };
}

/** The first stored step of an order: quoted, and about to be signed. */
export function rowOf(
  review: ReviewedOrder,
  atMs: number,
  knownProductIds: readonly string[] | null = null,
): PaymentRow {
  return {
    version: ROW_VERSION,
    revision: 0,
    id: review.orderId,
    state: 'signing',
    product: { ...review.product },
    amountAtomic: review.amountAtomic,
    network: review.network,
    asset: review.asset,
    payer: review.payer,
    payTo: review.payTo,
    accountId: review.accountOnScreen ?? accountIdOf(review.payer),
    requestUrl: review.requestUrl,
    history: [
      { state: 'quoted', atMs: review.reviewedAtMs },
      { state: 'signing', atMs },
    ],
    signed: null,
    marks: null,
    paymentId: review.paymentId,
    sends: 0,
    transaction: null,
    settledAtSec: null,
    hint: null,
    cardId: null,
    knownProductIds: knownProductIds && [...knownProductIds],
    candidateIds: [],
    retryOf: review.retryOf,
    dismissed: null,
    reason: null,
    validBeforeSec: null,
  };
}

/** A wallet window can stay open for ever. What it signs after this is dropped, never sent: so nothing is charged. */
async function withinTime(signing: Promise<SignedPayment>, seconds: number): Promise<SignedPayment> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new PaymentError(
            'wallet-silent',
            'The wallet did not answer in time. Close its window and order again. Nothing was paid.',
          ),
        ),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([signing, late]);
  } finally {
    clearTimeout(timer);
  }
}

const asPaymentError = (cause: unknown): PaymentError =>
  cause instanceof PaymentError
    ? cause
    : new PaymentError('wallet', 'The wallet gave no signature. Nothing was paid. Try again.', { cause });
