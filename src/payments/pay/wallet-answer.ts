import { within } from '#domain/within.ts';
import { PaymentError } from '../payment-error.ts';

/** Time enough to find the wallet's window, unlock it and decide. Signing has its own limit: the offer's. */
export const WALLET_ANSWER_MS = 120_000;

/** What a wallet answers, or PaymentError `wallet-silent`: a locked one, or one whose window was lost, may never answer (lessons.md R9). */
export const walletAnswer = <T>(answer: Promise<T>, ms = WALLET_ANSWER_MS): Promise<T> =>
  within(ms, answer, walletSilent);

const walletSilent = (): PaymentError =>
  new PaymentError(
    'wallet-silent',
    'The wallet did not answer. Open it, unlock it and close what it still asks, then try again. Nothing was paid.',
  );
