import { isOwnAnswer, type HttpAnswer } from '#domain/own-answer.ts';
import { cleanWords } from '#domain/server-words.ts';
import { isJsonObject } from './json-object.ts';
import { PaymentError } from './payment-error.ts';

/**
 * The error for an answer that should have been a 402. Laso's own words are kept, as text (product.md §4: shown as they are). What is not in Laso's
 * own form says nothing about the order or the account, whatever its status.
 */
export function quoteRefusal(answer: HttpAnswer, retryAfter: string | null): PaymentError {
  const { status, body } = answer;
  if (!isOwnAnswer(answer)) return notLaso(status, retryAfter);
  const frozen = words(body, ['frozen_message']);
  const serverMessage = frozen ?? words(body, ['message', 'error', 'detail', 'errorMessage']);
  const details = { serverMessage: serverMessage ?? undefined };
  if (status === 403 && frozen !== null) return frozenAccount(frozen);
  if (status === 400 || status === 422)
    return new PaymentError(
      'bad-request',
      'Laso does not accept this order. Nothing was paid. Change it and try again.',
      details,
    );
  if (status === 429)
    return new PaymentError('rate-limited', 'Too many requests: Laso asks you to wait. Nothing was paid.', {
      ...details,
      retryAfterSec: secondsOf(retryAfter),
    });
  if (status >= 500)
    return new PaymentError(
      'server',
      `Laso has a problem right now (${status}). Nothing was paid. Try again in a minute.`,
      details,
    );
  if (status >= 200 && status < 300)
    return new PaymentError(
      'no-challenge',
      'Laso answered without asking for payment, which is not expected here. Nothing was paid.',
      details,
    );
  return new PaymentError('refused', `Laso refused this order (${status}). Nothing was paid.`, details);
}

function notLaso(status: number, retryAfter: string | null): PaymentError {
  const what = `Something between this page and Laso answered (${status}), not Laso: a gateway, a protection page or the login page of a network.`;
  return status === 429
    ? new PaymentError('rate-limited', `${what} It asks you to wait. Nothing was paid.`, {
        retryAfterSec: secondsOf(retryAfter),
      })
    : new PaymentError('server', `${what} So there is no price. Nothing was paid. Try again in a minute.`);
}

/** Whoever told it: the quote, or any read of the account. */
export const frozenAccount = (serverMessage: string | null): PaymentError =>
  new PaymentError('frozen', 'Laso has frozen this account, so it cannot order. Nothing was paid.', {
    serverMessage: cleanWords(serverMessage) ?? undefined,
  });

function words(body: unknown, keys: readonly string[]): string | null {
  if (!isJsonObject(body)) return null;
  for (const key of keys) {
    const value = body[key];
    const clean = cleanWords(value);
    if (clean !== null) return clean;
    // `{error: {message}}` is as common as `{error: "…"}`.
    if (isJsonObject(value)) return words(value, ['message']);
  }
  return null;
}

function secondsOf(retryAfter: string | null): number | undefined {
  const seconds = retryAfter !== null && /^\d{1,6}$/.test(retryAfter.trim()) ? Number(retryAfter) : undefined;
  return seconds;
}
