import { quoted } from '#domain/refusal.ts';
import type { Explanation } from '#laso/explain-error.ts';
import { explainLinkError } from '#laso/explain-link.ts';
import { LasoError } from '#laso/laso-error.ts';
import { PaymentError } from '#payments/payment-error.ts';
import { SignInError, type SignInReason } from './sign-in-error.ts';

const OTHERWISE =
  'You are not signed in, and nothing was paid. Try again, use another wallet, or a login link.';

const REASONS: Record<SignInReason, Explanation> = {
  'other-account': {
    title: 'Laso opened a different account than your wallet’s.',
    detail: 'That session was discarded, and you are not signed in. Tell whoever runs this page.',
  },
  'other-project': {
    title: 'The session belongs to another service.',
    detail: 'That session was discarded, and you are not signed in. Tell whoever runs this page.',
  },
  'not-offered': {
    title: 'Laso does not let wallets on this network sign in.',
    detail: 'Use a wallet on another network, or a login link. Nothing was signed and nothing was paid.',
  },
  stale: {
    title: 'The message had expired, so a new one was requested.',
    detail: 'Nothing was signed. Review it again, then sign in.',
  },
  changed: {
    title: 'Laso changed its terms after your review.',
    detail: 'Nothing was signed. Review them again.',
  },
};

/** Plain words for whatever stopped a wallet's sign-in. */
export function explainSignIn(error: unknown): Explanation {
  if (error instanceof SignInError) return REASONS[error.reason];
  if (error instanceof PaymentError)
    return {
      title: error.message,
      detail: quoted('Laso', { words: error.serverMessage, hint: error.hint }),
    };
  if (error instanceof LasoError && error.status === 402 && error.kind !== 'not-laso')
    return error.kind === 'bad-answer'
      ? {
          title: 'This page is not allowed to read how Laso wants wallets to sign in.',
          detail: `Laso does not expose its PAYMENT-REQUIRED header (CORS), or it is damaged. ${OTHERWISE}`,
        }
      : {
          title: 'Laso did not accept the signature.',
          detail: `It may have come too late, or this is a smart-contract wallet, whose signatures Laso may not be able to check. ${OTHERWISE}`,
        };
  return explainLinkError(error);
}
