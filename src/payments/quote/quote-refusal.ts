import { isOwnAnswer, type HttpAnswer } from '#domain/own-answer.ts';
import { readRefusal, type Refusal } from '#domain/refusal.ts';
import { refusalKind, type RefusalKind } from '#domain/refusal-kind.ts';
import { waitAskedMs } from '#domain/retry-after.ts';
import { cleanWords } from '#domain/server-words.ts';
import { PaymentError, type PaymentErrorKind } from '../payment-error.ts';
import { wordsOfRefusal } from './refusal-words.ts';

/**
 * The error for an answer that should have been a challenge. Laso's own words are kept, as text (product.md §4: shown as they are). What is not in
 * Laso's own form says nothing about the order or the account, whatever its status.
 */
export function quoteRefusal(
  answer: HttpAnswer,
  retryAfter: string | null,
  nowMs = Date.now(),
): PaymentError {
  const { status, body } = answer;
  const refusal = readRefusal(body);
  const waitMs = waitAskedMs({ body, header: retryAfter, nowMs });
  const retryAfterSec = waitMs === null ? undefined : Math.ceil(waitMs / 1000);
  const kind = refusalKind(status, refusal);
  if (!isOwnAnswer(answer)) return notLaso(status, refusal, kind, retryAfterSec);
  if (kind === 'frozen') return frozenAccount(refusal.frozen, refusal.hint);
  const said = {
    serverMessage: refusal.words ?? undefined,
    hint: refusal.hint ?? undefined,
    code: refusal.code ?? undefined,
    terminal: refusal.terminal,
    retryAfterSec: refusal.terminal ? undefined : retryAfterSec,
  };
  if (status >= 200 && status < 300)
    return new PaymentError(
      'no-challenge',
      'Laso answered without asking for payment, which is not expected here. Nothing was paid.',
      said,
    );
  const next = refusal.terminal ? FINAL : retryAfterSec === undefined ? (NEXT[kind] ?? '') : '';
  const sentence = `${wordsOfRefusal(kind, status)} Nothing was paid. ${next}`.trim();
  return new PaymentError(ERROR_KINDS[kind] ?? 'refused', sentence, said);
}

const FINAL = 'Laso says that this is final: asking again will not change it.';

const NEXT: Partial<Record<RefusalKind, string>> = {
  'daily-limit': 'Try again tomorrow.',
  region: 'Other products may be sold where you are.',
  'out-of-stock': 'Try again later, or choose another product.',
  'not-accepted': 'Change it and try again.',
  'balance-short': 'Nothing was signed either: this page pays only a price that Laso names.',
  gone: 'Choose another product.',
  'unknown-thing': 'Choose it again, or choose another product.',
  working: 'Wait for its result, then try again.',
  fault: 'Try again in a minute.',
};

const ERROR_KINDS: Partial<Record<RefusalKind, PaymentErrorKind>> = {
  'not-accepted': 'bad-request',
  'rate-limited': 'rate-limited',
  fault: 'server',
};

/** Its words are shown as its own; of a region, only advice depends on them. */
function notLaso(
  status: number,
  { words }: Refusal,
  kind: RefusalKind,
  retryAfterSec: number | undefined,
): PaymentError {
  const says = words === null ? '' : ` It says: “${words}”`;
  const what = `Something between this page and Laso answered (${status}), not Laso: a gateway, a protection page or the login page of a network.${says}`;
  if (status === 429)
    return new PaymentError('rate-limited', `${what} It asks you to wait. Nothing was paid.`, {
      retryAfterSec,
    });
  const next =
    kind === 'region' ? 'It may not let this through from where you are.' : 'Try again in a minute.';
  return new PaymentError('server', `${what} So there is no price. Nothing was paid. ${next}`, {
    retryAfterSec,
  });
}

/** Whatever it was read from: the quote, or any read of the account. */
export const frozenAccount = (serverMessage: string | null, hint: string | null = null): PaymentError =>
  new PaymentError('frozen', 'Laso has frozen this account, so it cannot order. Nothing was paid.', {
    serverMessage: cleanWords(serverMessage) ?? undefined,
    hint: cleanWords(hint) ?? undefined,
  });
