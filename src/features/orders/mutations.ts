import { accountIdOf, type AccountId } from '#domain/account.ts';
import { readCredentials, type Credentials } from '#laso/auth.ts';
import { ownCredentials } from '#laso/own-credentials.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import { askToKeepStorage } from '#payments/journal/keep-storage.ts';
import { deliveredProduct, findProductOf, type Product } from '#payments/quote/product.ts';
import { reviewOrder, type Order } from '#payments/quote/order-review.ts';
import { payOrder } from '#payments/pay/pay.ts';
import type { PaymentError } from '#payments/payment-error.ts';
import { summaryOf, type PaymentSummary } from '#payments/journal/payment-row.ts';
import type { OwnedRow } from '#payments/journal/unreadable-record.ts';
import { keepProduct } from '#payments/pay/keep-product.ts';
import type { OrderQuote } from './order-quote.ts';
import type { WalletPort } from '#wallets/wallet-port.ts';

interface PaidOrder<Delivered> {
  row: PaymentSummary;
  /** What the answer brought, also when it could not be kept (the row is then "paid, not delivered"). May be secret. */
  delivered: Delivered | null;
  /** The paying wallet's session, when the answer carried one. */
  credentials: Credentials | null;
  error: PaymentError | null;
}

interface PayForOrder<O extends Order, Delivered> {
  product: Product<O, Delivered>;
  quote: OrderQuote<O>;
  wallets: WalletPort;
  payer: string;
  accountOnScreen: AccountId | null;
  knownProductIds: readonly string[] | null;
  onRow: (row: PaymentSummary) => void;
  /** Earlier payments that may not be spoken of. */
  isHidden: (row: OwnedRow) => boolean;
  /** Whose tokens are ours; empty where the operator has not said. */
  firebaseProjectId: string;
  acknowledgedRowIds?: readonly string[];
  /** The row this may be another try of: an address can name any. */
  retryOf?: string | null;
}

/** Where ordering (laso/) and spending (payments/) meet. Throws PaymentError when it did not come to sending: nothing was paid then. */
export async function payForOrder<O extends Order, Delivered>({
  product,
  quote,
  wallets,
  payer,
  accountOnScreen,
  knownProductIds,
  onRow,
  isHidden,
  firebaseProjectId,
  acknowledgedRowIds,
  retryOf = null,
}: PayForOrder<O, Delivered>): Promise<PaidOrder<Delivered>> {
  const { order, challenge, offer, limits, trusted } = quote;
  if (!offer) throw new Error('A quote without an offer was never reviewed');
  const review = reviewOrder({
    challenge,
    offer,
    limits,
    trusted,
    payer,
    accountOnScreen,
    order,
    nowMs: Date.now(),
    retryOf: retryOf && (await notCharged(retryOf)),
  });
  const signer = await wallets.createSigner(review);
  await askToKeepStorage();
  const brought: { whole: Delivered | null } = { whole: null };
  const { row, answer, error } = await payOrder({
    review,
    signer,
    journal,
    knownProductIds,
    findProduct: findProductOf(product, order, (whole) => (brought.whole = whole)),
    onRow: (step) => onRow(summaryOf(step)),
    isHidden,
    ...(acknowledgedRowIds && { acknowledgedRowIds }),
  });
  // An answer that is not believed brought nothing to this order, and nobody's session.
  const delivered = row.state === 'unknown' ? null : brought.whole;
  const expected = { account: accountIdOf(payer), firebaseProjectId };
  const credentials =
    answer?.kind === 'answered' && delivered !== null
      ? ownCredentials(readCredentials(answer.body), expected)
      : null;
  return { row: summaryOf(row), delivered, credentials, error };
}

/** The row's id, if it is one and was proven not charged. */
async function notCharged(rowId: string): Promise<string | null> {
  const row = await journal.get(rowId).catch(() => null);
  return row?.state === 'not-charged' ? rowId : null;
}

/** Another try to put away what was delivered and could not be kept. Rejects when it still cannot. */
export const keepDelivered = <O extends Order, Delivered>(
  product: Product<O, Delivered>,
  row: PaymentSummary,
  delivered: Delivered,
): Promise<PaymentSummary> =>
  keepProduct({ journal, rowId: row.id, product: deliveredProduct(product, delivered) });
