import { askAgain } from '../reconcile/ask-again.ts';
import { entriesOf } from '../journal/journal.ts';
import { freeCandidates } from '../reconcile/match-product.ts';
import type { FindProduct } from './outcome.ts';
import { PaymentError } from '../payment-error.ts';
import { advance, amend, isFinal, summaryOf, type PaymentRow } from '../journal/payment-row.ts';
import { sendOrder, type SendResult } from './send-order.ts';
import { sendPaid } from '../quote/transport.ts';
import { notNow, withRow, type RowAction } from '../journal/with-row.ts';

interface SendAction extends RowAction {
  readonly findProduct: FindProduct;
  readonly onRow?: (row: PaymentRow) => void;
  readonly send?: typeof sendPaid;
}

/** "Send" for a signed row, or the very same payload again for one of unknown outcome: never a new signature. */
export const sendRow = (action: SendAction): Promise<SendResult> =>
  withRow(action, ['signed', 'unknown'], (row) =>
    sendOrder({
      row,
      journal: action.journal,
      findProduct: action.findProduct,
      now: action.now ?? Date.now,
      onRow: action.onRow ?? (() => {}),
      ...(action.send && { send: action.send }),
    }),
  );

/** "Ask Laso again for what you bought": the very same payload for a payment that is proven, or told by Laso, and never brought anything. */
export const askRow = (action: SendAction): Promise<SendResult> =>
  withRow(action, ['paid-not-delivered'], (row) =>
    askAgain({
      row,
      summary: summaryOf(row),
      journal: action.journal,
      findProduct: action.findProduct,
      now: action.now ?? Date.now,
      send: action.send ?? sendPaid,
    }),
  );

/** "Discard": what was signed but never sent is deleted with its payload, so it cannot be charged by anybody. */
export const discardRow = (action: RowAction): Promise<void> =>
  withRow(action, ['signed'], (row) =>
    action.journal.commit(
      advance(row, 'not-charged', {
        atMs: (action.now ?? Date.now)(),
        patch: { reason: 'You discarded the signed payment before it was sent. Nothing was paid.' },
      }),
    ),
  );

/** The person says which of several new products this payment bought. One that closed another row meanwhile closes no second one. */
export const chooseProduct = (action: RowAction & { readonly productId: string }): Promise<void> =>
  withRow(action, ['paid-not-delivered'], async (row) => {
    const { rows, unreadable } = entriesOf(await action.journal.list());
    if (unreadable.some(({ cardId }) => cardId === action.productId)) throw notNow();
    if (!freeCandidates(row, rows).includes(action.productId)) throw notNow();
    return action.journal.commit(
      advance(row, 'delivered', {
        atMs: (action.now ?? Date.now)(),
        note: 'You chose the card this payment bought.',
        patch: { cardId: action.productId, candidateIds: [], reason: row.corrected?.words ?? null },
      }),
    );
  });

/** Puts a row of open end aside, or one whose last word was wrong, with a reason. It stays in the journal and is shown as put aside; `null` takes it up again. */
export const dismissRow = (action: RowAction & { readonly reason: string | null }): Promise<void> =>
  withRow(action, ['unknown', 'paid-not-delivered', 'delivered', 'not-charged'], (row) => {
    if (isFinal(row.state) && row.corrected === undefined) throw notNow();
    const atMs = (action.now ?? Date.now)();
    const reason = action.reason?.trim().slice(0, 500) ?? null;
    if (reason === '') throw new PaymentError('state', 'Say why, so that it makes sense later.');
    return action.journal.commit(
      amend(row, {
        atMs,
        note: reason === null ? 'Reopened' : `Dismissed: ${reason}`,
        patch: { dismissed: reason === null ? null : { atMs, reason } },
      }),
    );
  });
