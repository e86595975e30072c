import { accountIdOf, shortAddress } from '../account.ts';
import { formatUsdc, usdcAtomicToCents } from '../money.ts';
import { factsOf } from '../product-kind.ts';
import { signal, type Signal } from './signal.ts';

/** What a signal needs of a payment made in this browser. */
export interface KnownPayment {
  id: string;
  state: string;
  /** What was ordered, by its kind in the journal: "us-card", "auth". */
  product: string;
  /** The card it brought; an international one by the id it was ordered under. */
  cardId: string | null;
  /** Atomic USDC. */
  amountAtomic: bigint;
  /** The account on screen when it was ordered. */
  accountId: string;
  payer: string;
  /** The word that stood there before and was wrong; null, or not said, where none was. */
  corrected?: string | null;
  /** Laso's list was read after the payment and shows nothing for it. */
  listedNone?: boolean;
}

/** Money that left the wallet without anything coming back, or may have (product.md §5). */
export function paidNotDelivered(payments: readonly KnownPayment[]): Signal[] {
  return payments
    .filter(({ state, corrected }) => state === 'paid-not-delivered' || state === 'unknown' || corrected)
    .map((payment) =>
      signal({
        kind: 'paid-not-delivered',
        id: `paid-not-delivered ${payment.id} ${payment.state}${payment.corrected ? ' corrected' : ''}`,
        level: 'attention',
        sentence: sentenceOf(payment),
        paymentIds: [payment.id],
        amountCents: usdcAtomicToCents(payment.amountAtomic),
      }),
    );
}

function sentenceOf({ state, amountAtomic, corrected, listedNone }: KnownPayment): string {
  const amount = `${formatUsdc(amountAtomic)} USDC`;
  if (corrected)
    return `What this page said of a payment of ${amount} was wrong: ${state === 'not-charged' ? 'it was not made' : 'it was made'}.`;
  if (state === 'unknown') return `It is not known yet whether ${amount} was paid.`;
  return listedNone
    ? `${amount} was paid, and nothing was delivered.`
    : `${amount} was paid. It is not known whether the order was made.`;
}

/** An order paid by another wallet than the account that was on screen: what was bought belongs to the payer. */
export function otherPayer(payments: readonly KnownPayment[]): Signal[] {
  return payments
    .filter(
      ({ state, product, payer, accountId }) =>
        // Signing in with a wallet is meant to add that wallet's account, whichever account is on screen.
        state === 'delivered' && !factsOf(product)?.signsIn && accountIdOf(payer) !== accountIdOf(accountId),
    )
    .map((payment) =>
      signal({
        kind: 'other-payer',
        id: `other-payer ${payment.id}`,
        level: 'notice',
        sentence: `${factsOf(payment.product)?.sentenceStart ?? 'An order'} of ${formatUsdc(payment.amountAtomic)} USDC was paid by ${shortAddress(payment.payer)} while ${shortAddress(payment.accountId)} was on screen.`,
        paymentIds: [payment.id],
        amountCents: usdcAtomicToCents(payment.amountAtomic),
      }),
    );
}
