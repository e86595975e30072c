import type * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { apiUrl, requestJson } from './http.ts';
import { LasoError } from './laso-error.ts';
import type { RateBudget } from './rate-budget.ts';
import { createRouteMemory } from './route-memory.ts';

/**
 * Where Bearers come from. Both reject with a `LasoError` of kind `session-ended` when the account has no
 * session any more.
 */
export interface TokenSource {
  bearer(account: AccountId): Promise<string>;
  /** A new token in place of one that Laso refused with a 401. */
  renew(account: AccountId, rejectedToken: string): Promise<string>;
}

interface Request<T> {
  account: AccountId;
  /** "/get-card-data" */
  path: string;
  schema: z.ZodMiniType<T>;
  signal?: AbortSignal | undefined;
}

export interface ReadRequest<T> extends Request<T> {
  query?: Record<string, string | undefined>;
  /** The route is newer than the first documents: a server without it is an error of kind `not-listed`. */
  newer?: boolean;
}

export interface WriteRequest<T> extends Request<T> {
  body: unknown;
  /** For what may be answered without a body. */
  emptyIsDone?: boolean;
}

export interface LasoClient {
  /** GET. A 401 is answered by one renewal and one repeat. */
  read<T>(request: ReadRequest<T>): Promise<T>;
  /** POST. Never repeated, whatever the answer: it may move money. */
  write<T>(request: WriteRequest<T>): Promise<T>;
  /** An interval for asking again, longer where the server says that little is left of its limit. */
  pace?(account: AccountId, intervalMs: number): number;
}

/**
 * Laso's free routes (laso-api.md §4–7). The Bearer goes to `baseUrl` only: `callable_base_url` in answers is
 * ignored.
 */
export function createLasoClient(options: {
  baseUrl: string;
  tokens: TokenSource;
  fetch?: typeof fetch;
  timeoutMs?: number;
}): LasoClient {
  const { baseUrl, tokens, timeoutMs } = options;
  const common = { timeoutMs, fetch: options.fetch };
  const routes = createRouteMemory();
  let budget: RateBudget | null = null;
  // Not in the first load: it is not documented whether pages may read these headers. Until the code is
  // loaded, polls run as without headers.
  const noteHeaders = (account: AccountId) => (headers: Headers) => {
    if ([...headers.keys()].some((name) => name.includes('ratelimit')))
      void import('./rate-budget.ts').then(
        (code) => (budget ??= code.createRateBudget()).note(account, headers),
        () => undefined,
      );
  };

  return {
    async read({ account, path, query, schema, signal, newer = false }) {
      const url = apiUrl(baseUrl, path, query);
      const onHeaders = noteHeaders(account);
      const get = async (bearer: string) => {
        const answer = await requestJson({
          ...common,
          method: 'GET',
          url,
          schema,
          signal,
          bearer,
          onHeaders,
        });
        routes.noteAnswer(path, newer);
        return answer;
      };
      const bearer = await tokens.bearer(account);
      try {
        return await get(bearer);
      } catch (error) {
        if (newer && routes.isUnlisted(path, error)) throw notListed(path);
        if (!(error instanceof LasoError) || error.kind !== 'unauthorized') throw error;
        return get(await tokens.renew(account, bearer));
      }
    },

    async write({ account, path, body, schema, signal, emptyIsDone }) {
      const url = apiUrl(baseUrl, path);
      const bearer = await tokens.bearer(account);
      const onHeaders = noteHeaders(account);
      return requestJson({
        ...common,
        method: 'POST',
        url,
        body,
        schema,
        signal,
        bearer,
        emptyIsDone,
        onHeaders,
      });
    },

    pace: (account, intervalMs) => budget?.pace(account, intervalMs) ?? intervalMs,
  };
}

const notListed = (path: string) =>
  new LasoError('not-listed', `GET ${path}: not a route of this server`, { status: 404 });
