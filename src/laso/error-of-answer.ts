import { isOwnAnswer, type HttpAnswer } from '#domain/own-answer.ts';
import { readRefusal, type Refusal } from '#domain/refusal.ts';
import { kindOf403 } from '#domain/refused-403.ts';
import { waitAskedMs } from '#domain/retry-after.ts';
import { LasoError, type LasoErrorKind } from './laso-error.ts';

interface ErrorAnswer extends HttpAnswer {
  /** "GET /get-card-data" */
  what: string;
  retryAfter: string | null;
  secrets: readonly string[];
  /** Whether the server itself speaks; by default, whether Laso does. */
  isOwn?: ((answer: HttpAnswer) => boolean) | undefined;
  nowMs?: number | undefined;
}

/**
 * The status decides what happened, and only in the server's own answer: a gateway's 401 or 404 says nothing
 * about a token or an account (`not-laso`). A 5xx means the same from any sender. The words of the body never
 * replace the status; they only tell the 403s apart.
 */
export function errorOfAnswer(answer: ErrorAnswer): LasoError {
  const { what, status, retryAfter, body, secrets, isOwn = isOwnAnswer, nowMs = Date.now() } = answer;
  const own = isOwn(answer);
  const refusal = readRefusal(body, secrets);
  const kind = isTrouble(status) ? 'server' : own ? kindOf(status, refusal) : 'not-laso';
  return new LasoError(kind, `${what}: ${status}`, {
    status,
    frozenMessage: kind === 'frozen' ? refusal.frozen : null,
    // A gateway's words are not quoted as Laso's.
    ...(own
      ? { serverMessage: refusal.words, hint: refusal.hint, code: refusal.code, terminal: refusal.terminal }
      : { foreignMessage: refusal.words }),
    retryAfterMs: waitAskedMs({ body, header: retryAfter, nowMs }),
  });
}

const isTrouble = (status: number): boolean => status >= 500 || status === 408;

function kindOf(status: number, refusal: Refusal): LasoErrorKind {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 402:
      return 'payment-required';
    case 403:
      return kindOf403(refusal) ?? 'forbidden';
    case 451:
      return 'region';
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
