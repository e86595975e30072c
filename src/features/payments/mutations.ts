import { accountIdOf } from '#domain/account.ts';
import { readCredentials, type Credentials } from '#laso/auth.ts';
import { ownCredentials } from '#laso/own-credentials.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import type { FindProduct } from '#payments/pay/outcome.ts';
import type { PaymentError } from '#payments/payment-error.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { reconcile, type ReconcileInput } from '#payments/reconcile/reconcile.ts';
import { askRow, chooseProduct, discardRow, dismissRow, sendRow } from '#payments/pay/row-actions.ts';

interface SentPayment {
  /** The paying wallet's session, when the answer carried one. */
  credentials: Credentials | null;
  error: PaymentError | null;
}

/**
 * Sends what was signed, or the very same payload again: the wallet is not asked. `findProduct` reads the answer as the product's own order
 * would. One that is paid asks for what it never brought. Throws PaymentError when nothing was sent.
 */
export async function sendPayment(
  row: PaymentSummary,
  findProduct: FindProduct,
  firebaseProjectId: string,
): Promise<SentPayment> {
  const send = row.state === 'paid-not-delivered' ? askRow : sendRow;
  const { row: sent, answer, error } = await send({ journal, rowId: row.id, findProduct });
  const delivered = answer?.kind === 'answered' && sent.state === 'delivered';
  const expected = { account: accountIdOf(row.payer), firebaseProjectId };
  return { credentials: delivered ? ownCredentials(readCredentials(answer.body), expected) : null, error };
}

/** Asks the chain again about a payment that has its last word: it can be wrong (final-looks.ts). Free reads only. */
export const checkAgain = (
  row: PaymentSummary,
  witnesses: Pick<ReconcileInput, 'chainEvidence' | 'products'>,
): Promise<unknown> => reconcile({ journal, ...witnesses, rowId: row.id, again: true });

/** Deletes a signed payment that was never sent. */
export const discardPayment = (row: PaymentSummary): Promise<void> => discardRow({ journal, rowId: row.id });

/** "This is the card of this payment." */
export const chooseCard = (row: PaymentSummary, cardId: string): Promise<void> =>
  chooseProduct({ journal, rowId: row.id, productId: cardId });

/** Puts an open payment aside with a reason, or takes it up again (`null`). */
export const putAside = (row: PaymentSummary, reason: string | null): Promise<void> =>
  dismissRow({ journal, rowId: row.id, reason });
