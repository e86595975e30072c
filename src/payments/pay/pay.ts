import { entriesOf, type Journal } from '../journal/journal.ts';
import { settleLeftovers } from '../journal/leftover-rows.ts';
import { refuseWithoutHttps } from './needs-https.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import type { FindProduct } from './outcome.ts';
import { PaymentError } from '../payment-error.ts';
import type { PaymentRow, PaymentSummary } from '../journal/payment-row.ts';
import { ownedBy, type OwnedRow } from '../journal/unreadable-record.ts';
import { refuseRepeat } from './repeat-guard.ts';
import { sendOrder, type SendResult } from './send-order.ts';
import { signOrder } from './sign-order.ts';
import type { PaymentSigner } from '../journal/signed-payment.ts';
import type { sendPaid } from '../quote/transport.ts';
import { withWalletLock, type Locks } from '../journal/wallet-lock.ts';

export interface PayInput {
  readonly review: ReviewedOrder;
  readonly signer: PaymentSigner;
  readonly journal: Journal;
  /** Reads the product from the body of a 2xx; the feature implements it with `laso/`. */
  readonly findProduct: FindProduct;
  /** What the payer's account has of this kind now (card ids), when it can be asked: tells later which card is new. */
  readonly knownProductIds?: readonly string[] | null;
  /** Rows of unknown outcome the person has seen and wants to pay beside ("Order again although the earlier one may be paid"). */
  readonly acknowledgedRowIds?: readonly string[];
  /** Rows the person cannot see now (of an account that was signed out): nothing is said of them. None without it. */
  readonly isHidden?: (row: OwnedRow) => boolean;
  /** Every step, after it is on the disk: signing, signed, sent, outcome. */
  readonly onRow?: (row: PaymentRow) => void;
  readonly now?: () => number;
  readonly locks?: Locks;
  readonly send?: typeof sendPaid;
}

/**
 * Pays a reviewed order: lock, journal row, one signature, journal row, send, outcome (product.md §5). Resolves with the row in
 * its state and, when the wallet gave no signature, the reason as `error`. Throws PaymentError when it did not come to a
 * signature at all or the row could not be kept (`busy`, `possible-repeat`, `storage`, …): nothing was sent then.
 */
export async function payOrder(input: PayInput): Promise<SendResult> {
  const { review, signer, journal, findProduct, now = Date.now } = input;
  const onRow = input.onRow ?? (() => {});
  refuseWithoutHttps();
  const work = async (): Promise<SendResult> => {
    refuseBeside(await settleLeftovers(journal, review.payer, now()));
    const { rows, unreadable } = await visibleRows(input);
    refuseRepeat(rows, review, input.acknowledgedRowIds ?? [], unreadable);
    const result = await signOrder({
      review,
      signer,
      journal,
      now,
      onRow,
      knownProductIds: input.knownProductIds ?? null,
    });
    if (result.kind === 'not-charged') return { row: result.row, answer: null, error: result.error };
    const { row } = result;
    return sendOrder({ row, journal, findProduct, now, onRow, ...(input.send && { send: input.send }) });
  };
  return withWalletLock(review.payer, work, input.locks);
}

/** Of every wallet: the same thing may have been paid with another one. */
async function visibleRows({
  journal,
  isHidden = () => false,
}: PayInput): Promise<ReturnType<typeof entriesOf>> {
  const { rows, unreadable } = entriesOf(await journal.list());
  return {
    rows: rows.filter((row) => !isHidden(row)),
    unreadable: unreadable.filter((record) => {
      const owned = ownedBy(record);
      return owned === null || !isHidden(owned);
    }),
  };
}

/** A signed payment that waits for the person's decision blocks: two at once nobody can follow. */
function refuseBeside(rows: readonly PaymentSummary[]): void {
  const waiting = rows.filter((row) => row.state === 'signed');
  if (waiting.length === 0) return;
  throw new PaymentError(
    'busy',
    'A payment from this wallet is signed but not sent. Send or discard it under Payments first. Nothing was paid this time.',
    { rowIds: waiting.map((row) => row.id) },
  );
}
