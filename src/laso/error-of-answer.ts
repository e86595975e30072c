import { LasoError, type LasoErrorKind } from './laso-error.ts';
import { readRetryAfter } from './retry-after.ts';
import { frozenWords, serverWords } from './server-words.ts';

interface ErrorAnswer {
  /** "GET /get-card-data" */
  what: string;
  status: number;
  retryAfter: string | null;
  body: unknown;
  secrets: readonly string[];
}

/** The status decides what happened; the body only adds words, so a broken body never replaces the status. */
export function errorOfAnswer({ what, status, retryAfter, body, secrets }: ErrorAnswer): LasoError {
  const frozenMessage = status === 403 ? frozenWords(body, secrets) : null;
  return new LasoError(frozenMessage ? 'frozen' : kindOf(status), `${what}: ${status}`, {
    status,
    frozenMessage,
    serverMessage: serverWords(body, secrets),
    retryAfterMs: readRetryAfter(retryAfter, Date.now()),
  });
}

function kindOf(status: number): LasoErrorKind {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 409:
      return 'conflict';
    case 429:
      return 'rate-limited';
    default:
      return status >= 500 || status === 408 ? 'server' : 'bad-request';
  }
}
