import { explainRefusal, wordsOfCode } from '#laso/explain-code.ts';
import { explainError, lasoSays, type Explanation } from '#laso/explain-error.ts';
import { LasoError } from '#laso/laso-error.ts';

const NO_LONGER: Explanation = {
  title: 'This order is no longer queued, so it cannot be canceled.',
  detail:
    'Its status shows what happened to it. If it was canceled before, the charge is in your Laso account balance.',
};
const UNSURE: Explanation = {
  title: 'It is not known whether the order was canceled.',
  detail:
    'Laso’s answer did not arrive. Nothing is lost either way: the order is still queued, or its charge is in your Laso account balance. The card is being checked again now.',
};

/** Why a queued order was not cancelled, or may have been, in words. */
export function explainCancel(error: unknown): Explanation {
  if (!(error instanceof LasoError)) return explainError(error);
  const words = lasoSays(error);
  const says = words && `${words} `;
  switch (error.kind) {
    case 'bad-request':
    case 'conflict':
      if (wordsOfCode(error.code)) return explainRefusal(error);
      return { ...NO_LONGER, detail: says + NO_LONGER.detail };
    case 'not-found':
      return {
        title: 'Laso does not know this order.',
        detail: `${says}Nothing was canceled. Check which account is on screen.`,
      };
    case 'forbidden':
      if (wordsOfCode(error.code)) return explainRefusal(error);
      return {
        title: 'This order belongs to another account.',
        detail: `${says}Nothing was canceled. Sign in with the account that ordered it.`,
      };
    case 'offline':
    case 'timeout':
    case 'aborted':
    case 'server':
    case 'bad-answer':
    case 'not-laso':
      return { ...UNSURE, detail: says + UNSURE.detail };
    default:
      return explainRefusal(error);
  }
}
