import { isOwnAnswer, type HttpAnswer } from '#domain/own-answer.ts';
import { LasoError, type LasoErrorKind } from './laso-error.ts';
import { readRetryAfter } from './retry-after.ts';
import { frozenWords, serverWords } from './server-words.ts';

interface ErrorAnswer extends HttpAnswer {
  /** "GET /get-card-data" */
  what: string;
  retryAfter: string | null;
  secrets: readonly string[];
  /** Whether the server itself speaks; by default, whether Laso does. */
  isOwn?: ((answer: HttpAnswer) => boolean) | undefined;
}

/**
 * The status decides what happened, and only in the server's own answer: a gateway's 401 or 404 says nothing about a token or an account
 * (`not-laso`). A 5xx says the same whoever sends it. The words of the body never replace the status.
 */
export function errorOfAnswer(answer: ErrorAnswer): LasoError {
  const { what, status, retryAfter, body, secrets, isOwn = isOwnAnswer } = answer;
  const own = isOwn(answer);
  const frozenMessage = own && status === 403 ? frozenWords(body, secrets) : null;
  const kind = frozenMessage ? 'frozen' : isTrouble(status) ? 'server' : own ? kindOf(status) : 'not-laso';
  return new LasoError(kind, `${what}: ${status}`, {
    status,
    frozenMessage,
    // A gateway's words are not quoted as Laso's.
    serverMessage: own ? serverWords(body, secrets) : null,
    retryAfterMs: readRetryAfter(retryAfter, Date.now()),
  });
}

const isTrouble = (status: number): boolean => status >= 500 || status === 408;

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
      return 'bad-request';
  }
}
