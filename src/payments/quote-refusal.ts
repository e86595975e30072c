import { isJsonObject } from './json-object.ts';
import { PaymentError } from './payment-error.ts';

const MAX_WORDS = 500;

/** The error for an answer that should have been a 402. The server's own words are kept, as text (product.md §4: shown as they are). */
export function quoteRefusal(status: number, body: unknown, retryAfter: string | null): PaymentError {
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

/** Whoever told it: the quote, or any read of the account. */
export const frozenAccount = (serverMessage: string | null): PaymentError =>
  new PaymentError('frozen', 'Laso has frozen this account, so it cannot order. Nothing was paid.', {
    serverMessage: serverMessage ?? undefined,
  });

function words(body: unknown, keys: readonly string[]): string | null {
  if (!isJsonObject(body)) return null;
  for (const key of keys) {
    const value = body[key];
    if (typeof value === 'string' && value.trim()) return value.trim().slice(0, MAX_WORDS);
    // `{error: {message}}` is as common as `{error: "…"}`.
    if (isJsonObject(value)) return words(value, ['message']);
  }
  return null;
}

function secondsOf(retryAfter: string | null): number | undefined {
  const seconds = retryAfter !== null && /^\d{1,6}$/.test(retryAfter.trim()) ? Number(retryAfter) : undefined;
  return seconds;
}
