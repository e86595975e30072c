import * as z from 'zod/mini';
import { withoutEndSlashes } from '#domain/cut-end.ts';
import { errorOfAnswer } from './error-of-answer.ts';
import { LasoError } from './laso-error.ts';

export const DEFAULT_TIMEOUT_MS = 20_000;

export interface JsonRequest<T> {
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
}

/**
 * One request, one parsed answer; every failure is a `LasoError`. Nothing is cached, no cookie or referrer leaves, redirects are not
 * followed (a Bearer goes to the configured origin only), and nothing is ever repeated here.
 */
export async function requestJson<T>(request: JsonRequest<T>): Promise<T> {
  const what = `${request.method} ${request.url.pathname}`;
  const timeout = AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const { status, ok, retryAfter, text } = await exchange(request, timeout, what);
  const body = parseJson(text);
  if (!ok) {
    const secrets = [...(request.secrets ?? []), ...(request.bearer ? [request.bearer] : [])];
    throw errorOfAnswer({ what, status, retryAfter, body, secrets });
  }
  const parsed = z.safeParse(request.schema, body);
  // Neither the body nor the parser's complaint goes into the error: both may quote a card number.
  if (!parsed.success)
    throw new LasoError('bad-answer', `${what}: the answer has an unknown form`, { status });
  return parsed.data;
}

async function exchange<T>(request: JsonRequest<T>, timeout: AbortSignal, what: string) {
  const send = request.fetch ?? fetch;
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
      signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
    });
    const { status, ok } = response;
    return { status, ok, retryAfter: response.headers.get('Retry-After'), text: await response.text() };
  } catch {
    // The browser's own words may hold the address; they add nothing a person could use.
    if (request.signal?.aborted) throw new LasoError('aborted', `${what}: given up`);
    if (timeout.aborted) throw new LasoError('timeout', `${what}: no answer in time`);
    throw new LasoError('offline', `${what}: no answer`);
  }
}

/** Undefined when the text is no JSON; the parser's message would quote it, so it is dropped. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
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
