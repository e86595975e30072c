import { explainRefusal, wordsOfCode } from '#laso/explain-code.ts';
import { FINAL, lasoSays, type Explanation } from '#laso/explain-error.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';
import { GAP_MS } from './refresh-limits.ts';

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

/** The first edition's refusal tells the time in its words alone, and a page may not be allowed to read `Retry-After`. */
const SECONDS = /(\d{1,5}) ?s(?:ec|econds?)?\b/i;

/**
 * How long to wait before the next request, in ms: as the answer tells, else as its words do, else the usual gap, for what Laso limits is this.
 * Null where nothing has to be waited for.
 */
export function waitToldMs(error: unknown): number | null {
  if (!(error instanceof LasoError)) return null;
  if (error.retryAfterMs !== null || error.kind !== 'rate-limited') return error.retryAfterMs;
  const seconds = SECONDS.exec(error.serverMessage ?? '')?.[1];
  return seconds === undefined ? GAP_MS : Number(seconds) * 1000;
}

/** Why a card's balance was not refreshed, in words. */
export function explainRefresh(error: unknown): Explanation {
  const own = error instanceof LasoError ? SENTENCES[error.kind] : undefined;
  if (!(error instanceof LasoError) || !own || wordsOfCode(error.code)) return explainRefusal(error);
  return { ...own, detail: `${lasoSays(error)} ${error.terminal ? FINAL : own.detail}`.trim() };
}
