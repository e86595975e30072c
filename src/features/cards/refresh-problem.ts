import { explainError, lasoSays, type Explanation } from '#laso/explain-error.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';

const KEPT = 'The balance you see is the last one known.';

const SENTENCES: Partial<Record<LasoErrorKind, Explanation>> = {
  'bad-request': { title: 'Laso did not accept the request to refresh this card.', detail: KEPT },
  unauthorized: {
    title: 'Laso did not accept this session, so the balance was not refreshed.',
    detail: 'Try once more. If it keeps happening, sign in again.',
  },
  forbidden: {
    title: 'This card belongs to another account.',
    detail: `${KEPT} Sign in with the account that ordered the card.`,
  },
  'not-found': {
    title: 'Laso does not know this card.',
    detail: `${KEPT} Check which account is on screen.`,
  },
  conflict: {
    title: 'The balance of this card is being refreshed already.',
    detail: 'Wait until the earlier request is done.',
  },
};

/** Why a card's balance was not refreshed, in words. */
export function explainRefresh(error: unknown): Explanation {
  const own = error instanceof LasoError ? SENTENCES[error.kind] : undefined;
  if (!(error instanceof LasoError) || !own) return explainError(error);
  return { ...own, detail: `${lasoSays(error)} ${own.detail}`.trim() };
}
