import type * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { apiUrl, requestJson } from './http.ts';
import { LasoError } from './laso-error.ts';

/** Where Bearers come from. Both reject with a `LasoError` of kind `session-ended` when the account has no session any more. */
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
}

/** Laso's free routes (laso-api.md, "Free routes"). The Bearer goes to `baseUrl` only: `callable_base_url` in answers is ignored. */
export function createLasoClient(options: {
  baseUrl: string;
  tokens: TokenSource;
  fetch?: typeof fetch;
  timeoutMs?: number;
}): LasoClient {
  const { baseUrl, tokens, timeoutMs } = options;
  const common = { timeoutMs, fetch: options.fetch };

  return {
    async read({ account, path, query, schema, signal }) {
      const url = apiUrl(baseUrl, path, query);
      const get = (bearer: string) => requestJson({ ...common, method: 'GET', url, schema, signal, bearer });
      const bearer = await tokens.bearer(account);
      try {
        return await get(bearer);
      } catch (error) {
        if (!(error instanceof LasoError) || error.kind !== 'unauthorized') throw error;
        return get(await tokens.renew(account, bearer));
      }
    },

    async write({ account, path, body, schema, signal, emptyIsDone }) {
      const url = apiUrl(baseUrl, path);
      const bearer = await tokens.bearer(account);
      return requestJson({ ...common, method: 'POST', url, body, schema, signal, bearer, emptyIsDone });
    },
  };
}
