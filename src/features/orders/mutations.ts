import type { AccountId } from '#domain/account.ts';
import { parseUsCardOrder } from '#laso/get-card.ts';
import type { Credentials } from '#laso/auth.ts';
import { journal } from '#payments/browser-journal.ts';
import { askToKeepStorage } from '#payments/keep-storage.ts';
import { reviewOrder } from '#payments/order-review.ts';
import { payOrder } from '#payments/pay.ts';
import type { PaymentError } from '#payments/payment-error.ts';
import { summaryOf, type PaymentSummary } from '#payments/payment-row.ts';
import type { UsCardQuote } from './us-card-quote.ts';
import type { WalletCode } from './wallet-code.ts';

export interface PaidOrder {
  row: PaymentSummary;
  /** The paying wallet's session, when the answer carried one. */
  credentials: Credentials | null;
  error: PaymentError | null;
}

interface PayForUsCard {
  quote: UsCardQuote;
  code: WalletCode;
  payer: string;
  accountOnScreen: AccountId | null;
  knownCardIds: readonly string[] | null;
  onRow: (row: PaymentSummary) => void;
  acknowledgedRowIds?: readonly string[];
}

/** Where buying a card (laso/) and spending (payments/) meet. Throws PaymentError when it did not come to sending: nothing was paid then. */
export async function payForUsCard({
  quote,
  code,
  payer,
  accountOnScreen,
  knownCardIds,
  onRow,
  acknowledgedRowIds,
}: PayForUsCard): Promise<PaidOrder> {
  const { challenge, offer, limits, trusted, amountCents } = quote;
  if (!offer) throw new Error('A quote without an offer was never reviewed');
  const review = reviewOrder({
    challenge,
    offer,
    order: limits,
    trusted,
    payer,
    accountOnScreen,
    product: { kind: 'us-card', amountCents },
    nowMs: Date.now(),
  });
  const signer = await code.createSigner(review);
  await askToKeepStorage();
  const { row, answer, error } = await payOrder({
    review,
    signer,
    journal,
    knownProductIds: knownCardIds,
    findProduct: (body) => ({ cardId: parseUsCardOrder(body).order.cardId }),
    onRow: (step) => onRow(summaryOf(step)),
    ...(acknowledgedRowIds && { acknowledgedRowIds }),
  });
  const body = answer?.kind === 'answered' && row.state === 'delivered' ? answer.body : null;
  return {
    row: summaryOf(row),
    credentials: body === null ? null : parseUsCardOrder(body).credentials,
    error,
  };
}
