import { explainError, type Explanation } from '#laso/explain-error.ts';
import { LasoError } from '#laso/laso-error.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { SignInError, type SignInReason } from './sign-in-error.ts';

const OTHERWISE =
  'You are not signed in, and nothing was paid. Try again, use another wallet, or a login link.';

const REASONS: Record<SignInReason, Explanation> = {
  'other-account': {
    title: 'Laso opened another account than your wallet’s.',
    detail: 'What it gave was thrown away and you are not signed in. Tell whoever runs this page.',
  },
  'other-project': {
    title: 'The session belongs to another service.',
    detail: 'What came was thrown away and you are not signed in. Tell whoever runs this page.',
  },
  'not-offered': {
    title: 'Laso does not let wallets of this network sign in.',
    detail: 'Use a wallet on another network, or a login link. Nothing was signed and nothing was paid.',
  },
  stale: {
    title: 'The message had run out, so a new one was asked for.',
    detail: 'Nothing was signed. Look at it again, then sign in.',
  },
  changed: {
    title: 'Laso changed its terms since you looked.',
    detail: 'Nothing was signed. Look again.',
  },
};

/** Plain words for whatever stopped a wallet's sign-in. */
export function explainSignIn(error: unknown): Explanation {
  if (error instanceof SignInError) return REASONS[error.reason];
  if (error instanceof PaymentError)
    return { title: error.message, detail: error.serverMessage ? `Laso says: “${error.serverMessage}”` : '' };
  if (error instanceof LasoError && error.status === 402)
    return error.kind === 'bad-answer'
      ? {
          title: 'This page may not read how Laso wants wallets to sign in.',
          detail: `Laso does not expose its PAYMENT-REQUIRED header (CORS), or it is damaged. ${OTHERWISE}`,
        }
      : {
          title: 'Laso did not accept the signature.',
          detail: `It may have come too late, or this is a smart-contract wallet, whose signatures Laso may not be able to check. ${OTHERWISE}`,
        };
  return explainError(error);
}
