import type { Credentials } from '#laso/auth.ts';
import { parseUsCardOrder } from '#laso/get-card.ts';
import { journal } from '#payments/browser-journal.ts';
import type { FindProduct } from '#payments/outcome.ts';
import type { PaymentError } from '#payments/payment-error.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { chooseProduct, discardRow, dismissRow, sendRow } from '#payments/row-actions.ts';

interface SentPayment {
  /** The paying wallet's session, when the answer carried one. */
  credentials: Credentials | null;
  error: PaymentError | null;
}

/** Sends what was signed, or the very same payload again: the wallet is not asked. Throws PaymentError when nothing was sent. */
export async function sendPayment(row: PaymentSummary): Promise<SentPayment> {
  const findProduct: FindProduct =
    row.product.kind === 'us-card' ? (body) => ({ cardId: parseUsCardOrder(body).order.cardId }) : () => null;
  const { row: sent, answer, error } = await sendRow({ journal, rowId: row.id, findProduct });
  const body = answer?.kind === 'answered' && sent.state === 'delivered' ? answer.body : null;
  return {
    credentials: body === null || row.product.kind !== 'us-card' ? null : parseUsCardOrder(body).credentials,
    error,
  };
}

/** Deletes a signed payment that was never sent. */
export const discardPayment = (row: PaymentSummary): Promise<void> => discardRow({ journal, rowId: row.id });

/** "This is the card of this payment." */
export const chooseCard = (row: PaymentSummary, cardId: string): Promise<void> =>
  chooseProduct({ journal, rowId: row.id, productId: cardId });

/** Puts an open payment aside with a reason, or takes it up again (`null`). */
export const putAside = (row: PaymentSummary, reason: string | null): Promise<void> =>
  dismissRow({ journal, rowId: row.id, reason });
