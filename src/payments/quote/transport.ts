import { eitherSignal } from '#domain/either-signal.ts';
import { parseExactJson } from '#domain/exact-json.ts';
import { memberOf } from '#domain/member-of.ts';
import { readRefusal } from '#domain/refusal.ts';
import { readChallenge, type Challenge } from './challenge.ts';
import { readSettlement, type Settlement } from '../pay/settlement.ts';
import { PaymentError } from '../payment-error.ts';
import { quoteRefusal } from './quote-refusal.ts';
import type { SignedPayment } from '../journal/signed-payment.ts';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What came back after a payment was sent. Neither a 402 nor silence says that the money stayed (lessons.md 5, 6, 33). */
export type PaidAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** The `Content-Type` header: with status and body it tells whether the answer is Laso's own (domain/own-answer.ts). */
      readonly contentType: string | null;
      readonly body: unknown;
      readonly settlement: Settlement | null;
    }
  | { readonly kind: 'silent'; readonly cause: unknown; readonly settlement: Settlement | null };

/** Long, because the server waits for the chain; giving up only means that we stop listening (lessons.md 17, R9). */
const SEND_TIMEOUT_MS = 90_000;
const QUOTE_TIMEOUT_MS = 30_000;

// Not `Accept: text/html` (an HTML paywall has no challenge header), and no header but these: each more would need the server's CORS consent.
const request = (signal: AbortSignal, headers: Record<string, string> = {}): RequestInit => ({
  method: 'GET',
  headers: { Accept: 'application/json', ...headers },
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
  signal,
});

/**
 * Asks what a paid route costs, without paying: the 402's challenge. Throws PaymentError (`offline`, `unreadable-challenge`,
 * `no-challenge`, `bad-request`, `frozen`, `refused`, `rate-limited`, `server`), or the caller's own abort reason.
 */
export async function requestQuote(
  url: string,
  { signal, fetch: send = globalThis.fetch }: { signal?: AbortSignal; fetch?: Fetch } = {},
): Promise<Challenge> {
  const either = eitherSignal(signal, AbortSignal.timeout(QUOTE_TIMEOUT_MS));
  let response: Response;
  let body: unknown;
  try {
    response = await send(url, request(either.signal));
    body = await bodyOf(response, JSON.parse);
  } catch (cause) {
    signal?.throwIfAborted();
    throw new PaymentError(
      'offline',
      'Laso could not be reached, so there is no price. Nothing was paid. Check the connection and try again.',
      { cause },
    );
  } finally {
    either.release();
  }
  const { status } = response;
  const header = response.headers.get('PAYMENT-REQUIRED');
  if (status === 402 && !namesNoPrice({ header, body })) return readChallenge(url, { header, body });
  const retryAfter = response.headers.get('Retry-After');
  throw quoteRefusal({ status, contentType: contentTypeOf(response), body }, retryAfter);
}

/**
 * The 402 that is no challenge (laso-api.md §2.2): a balance is short, or a settlement failed. An empty body, or the bare words "payment required",
 * may stand beside a challenge that the page is not allowed to read. A second one for another protocol (`WWW-Authenticate: Payment`) is not looked at.
 */
function namesNoPrice({ header, body }: { header: string | null; body: unknown }): boolean {
  if (header !== null || Array.isArray(memberOf(body, 'accepts'))) return false;
  const { words, hint, code } = readRefusal(body);
  return words !== null && !(hint === null && code === null && /payment[ _-]?required/i.test(words));
}

/** Sends a signed payment, once. Long numbers in the answer come as text (domain/exact-json.ts): they may be codes. Never throws: what is not an answer is silence, and silence after sending means "unknown". */
export async function sendPaid(
  url: string,
  signed: SignedPayment,
  { fetch: send = globalThis.fetch, timeoutMs = SEND_TIMEOUT_MS }: { fetch?: Fetch; timeoutMs?: number } = {},
): Promise<PaidAnswer> {
  let settlement: Settlement | null = null;
  try {
    const response = await send(
      url,
      request(AbortSignal.timeout(timeoutMs), { [signed.headerName]: signed.headerValue }),
    );
    settlement = readSettlement(
      response.headers.get('PAYMENT-RESPONSE') ?? response.headers.get('X-PAYMENT-RESPONSE'),
    );
    const { status } = response;
    return {
      kind: 'answered',
      status,
      contentType: contentTypeOf(response),
      body: await bodyOf(response, parseExactJson),
      settlement,
    };
  } catch (cause) {
    return { kind: 'silent', cause, settlement };
  }
}

const contentTypeOf = (response: Response): string | null => response.headers.get('Content-Type');

/** Parsed JSON, or null when it is none; rejects when the connection breaks while it is read. */
async function bodyOf(response: Response, parse: (text: string) => unknown): Promise<unknown> {
  const text = await response.text();
  try {
    return parse(text);
  } catch {
    return null;
  }
}
