import type { LasoConfig } from '#config/config-schema.ts';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import { readCredentials, type Credentials } from '#laso/auth.ts';
import { whoseCredentials } from '#laso/own-credentials.ts';
import { signInEndsAtMs } from '#laso/sign-in-with-x-check.ts';
import { sendSignIn } from '#laso/sign-in-with-x-request.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import { askToKeepStorage } from '#payments/journal/keep-storage.ts';
import { reviewOrder } from '#payments/quote/order-review.ts';
import { payOrder } from '#payments/pay/pay.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { summaryOf, type PaymentSummary } from '#payments/journal/payment-row.ts';
import type { AuthQuote } from './auth-quote.ts';
import { SignInError } from './sign-in-error.ts';
import type { SignatureTerms } from './sign-in-terms.ts';
import { signWhileConnected } from '#wallets/sign-while-connected.ts';
import type { WalletPort } from '#wallets/wallet-port.ts';

/** A wallet needs at least this long to show a message and be answered. */
const LEAST_LEFT_MS = 20_000;

/** The message ends too soon to be signed: another one has to be asked for, and shown. */
export const isStale = ({ info }: SignatureTerms): boolean =>
  signInEndsAtMs(info) - Date.now() < LEAST_LEFT_MS;

/** The wallet's signature, given while the terms were good. Rejects with PaymentError `wallet-…`. */
export function askForSignature(
  wallets: WalletPort,
  address: string,
  terms: SignatureTerms,
): Promise<string> {
  if (terms.problems.length > 0) throw new Error('A message with problems is never signed');
  const { message: text, info } = terms;
  return signWhileConnected({ wallets, address, text, endsAtMs: signInEndsAtMs(info), nowMs: Date.now() });
}

/**
 * Sends the signature, once. Rejects with LasoError (status 402: refused) or SignInError; credentials of
 * another account are dropped.
 */
export async function signInBySignature(input: {
  config: LasoConfig;
  address: string;
  terms: SignatureTerms;
  signature: string;
}): Promise<Credentials> {
  const { config, address, terms, signature } = input;
  const proof = { info: terms.info, chain: terms.chain, address, signature };
  return ownCredentials(await sendSignIn({ baseUrl: config.apiBaseUrl, proof }), address, config);
}

interface PaidSignIn {
  readonly row: PaymentSummary;
  readonly credentials: Credentials | null;
  /** PaymentError or SignInError: why there are no credentials. */
  readonly error: unknown;
}

/**
 * Pays for the sign-in through the same journal as any order. Throws PaymentError when nothing was sent, so
 * nothing was paid.
 */
export async function signInByPayment(input: {
  config: LasoConfig;
  wallets: WalletPort;
  address: string;
  quote: AuthQuote;
  accountOnScreen: AccountId | null;
  acknowledgedRowIds: readonly string[];
  onRow: (row: PaymentSummary) => void;
}): Promise<PaidSignIn> {
  const { config, wallets, address, quote, accountOnScreen, acknowledgedRowIds, onRow } = input;
  const { challenge, offer, limits, trusted } = quote;
  if (!offer) throw new Error('A quote without an offer was never reviewed');
  // Neither locks nor fresh ids are there without it.
  if (globalThis.isSecureContext === false)
    throw new PaymentError(
      'storage',
      'Paying needs https, and this page was opened without it. Open it over https, or use a login link. Nothing was paid.',
    );
  const review = reviewOrder({
    challenge,
    offer,
    limits,
    trusted,
    payer: address,
    accountOnScreen,
    // Less than a cent: the row's `amountAtomic` says how much.
    order: { kind: 'auth', amountCents: 0 },
    nowMs: Date.now(),
  });
  const signer = await wallets.createSigner(review);
  await askToKeepStorage();
  const { row, answer, error } = await payOrder({
    review,
    signer,
    journal,
    findProduct: (body) => (readCredentials(body) ? { cardId: null } : null),
    acknowledgedRowIds,
    onRow: (step) => onRow(summaryOf(step)),
  });
  const got = answer?.kind === 'answered' && row.state === 'delivered' ? readCredentials(answer.body) : null;
  try {
    return { row: summaryOf(row), credentials: got && ownCredentials(got, address, config), error };
  } catch (mismatch) {
    // Paid all the same: it must not look as if it could be tried again.
    return { row: summaryOf(row), credentials: null, error: mismatch };
  }
}

/** Credentials of another account are dropped, with the reason. */
function ownCredentials(
  credentials: Credentials,
  address: string,
  { firebaseProjectId }: LasoConfig,
): Credentials {
  const whose = whoseCredentials(credentials, { account: accountIdOf(address), firebaseProjectId });
  if (whose !== 'own') throw new SignInError(whose);
  return credentials;
}
