import * as z from 'zod/mini';
import { withoutEndSlashes } from '#domain/cut-end.ts';
import { eitherSignal } from '#domain/either-signal.ts';
import { parseExactJson } from '#domain/exact-json.ts';
import { isOwnAnswer, type HttpAnswer } from '#domain/own-answer.ts';
import { errorOfAnswer } from './error-of-answer.ts';
import { LasoError } from './laso-error.ts';

export const DEFAULT_TIMEOUT_MS = 20_000;

interface JsonRequest<T> {
  method: 'GET' | 'POST';
  url: URL;
  schema: z.ZodMiniType<T>;
  bearer?: string;
  /** Beside the usual ones. */
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  fetch?: typeof fetch | undefined;
  /** What we send that must not come back in an error's text. */
  secrets?: readonly string[];
  /** A 2xx without a body says that it is done: the schema gets `{}`. */
  emptyIsDone?: boolean | undefined;
  /** Called with every answer's headers, before its body is read. */
  onHeaders?: ((headers: Headers) => void) | undefined;
  /** The form of a server that is not Laso's API (src/domain/own-answer.ts otherwise). */
  isOwn?: ((answer: HttpAnswer) => boolean) | undefined;
}

/**
 * One request, one parsed answer; every failure is a `LasoError`. Nothing is cached, no cookie or referrer
 * leaves, redirects are not followed (a Bearer goes to the configured origin only), and nothing is ever
 * repeated here.
 */
export async function requestJson<T>(request: JsonRequest<T>): Promise<T> {
  const what = `${request.method} ${request.url.pathname}`;
  const timeout = AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const { ok, retryAfter, text, status, contentType } = await exchange(request, timeout, what);
  if (ok && request.emptyIsDone && text.trim() === '') return parsed(request.schema, {}, what, status);
  const answer: HttpAnswer = { status, contentType, body: parseJson(text) };
  const { isOwn = isOwnAnswer } = request;
  if (!ok) {
    const secrets = [...(request.secrets ?? []), ...(request.bearer ? [request.bearer] : [])];
    throw errorOfAnswer({ ...answer, what, retryAfter, secrets, isOwn });
  }
  if (!isOwn(answer)) throw new LasoError('not-laso', `${what}: the answer is not Laso's`, { status });
  return parsed(request.schema, answer.body, what, status);
}

function parsed<T>(schema: z.ZodMiniType<T>, body: unknown, what: string, status: number): T {
  const result = z.safeParse(schema, body);
  // Neither the body nor the parser's complaint goes into the error: both may quote a card number.
  if (!result.success)
    throw new LasoError('bad-answer', `${what}: the answer has an unknown form`, { status });
  return result.data;
}

async function exchange<T>(request: JsonRequest<T>, timeout: AbortSignal, what: string) {
  const send = request.fetch ?? fetch;
  const either = eitherSignal(request.signal, timeout);
  try {
    request.signal?.throwIfAborted();
    const response = await send(request.url.href, {
      method: request.method,
      headers: {
        ...request.headers,
        Accept: 'application/json',
        ...(request.bearer !== undefined && { Authorization: `Bearer ${request.bearer}` }),
        ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: either.signal,
    });
    const { status, ok, headers } = response;
    request.onHeaders?.(headers);
    const [contentType, retryAfter] = [headers.get('Content-Type'), headers.get('Retry-After')];
    return { status, ok, contentType, retryAfter, text: await response.text() };
  } catch {
    // The browser's own words may hold the address; they add nothing a person could use.
    if (request.signal?.aborted) throw new LasoError('aborted', `${what}: given up`);
    if (timeout.aborted) throw new LasoError('timeout', `${what}: no answer in time`);
    throw new LasoError('offline', `${what}: no answer`);
  } finally {
    either.release();
  }
}

/**
 * The one place that parses an answer of Laso; a number that JSON.parse would change becomes text. Undefined
 * when the text is no JSON; the parser's message would quote it, so it is dropped.
 */
export function parseJson(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch {
    return undefined;
  }
}

/** `https://laso.finance` + `/get-card-data` + `{card_id}`. */
export function apiUrl(baseUrl: string, path: string, query: Record<string, string | undefined> = {}): URL {
  const url = new URL(`${withoutEndSlashes(baseUrl)}${path}`);
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url;
}
