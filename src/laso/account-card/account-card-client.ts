import type * as z from 'zod/mini';
import type { LasoConfig } from '#config/config-schema.ts';
import type { Secret } from '#domain/secret.ts';
import { apiUrl, requestJson } from '../http.ts';
import { accountCardErrorOf, type AccountCardErrorKind } from './account-card-error.ts';
import { isProgramAnswer } from './program-answer.ts';

export type AccountCardConfig = NonNullable<LasoConfig['accountCard']>;

interface Request<T> {
  /** "/v1/card/status" */
  path: string;
  schema: z.ZodMiniType<T>;
  signal?: AbortSignal | undefined;
  /** What a 404 means for this route; by default, that the user is unknown. */
  notFound?: AccountCardErrorKind;
}

interface WriteRequest<T> extends Request<T> {
  body?: unknown;
  /** For what may be answered without a body. */
  emptyIsDone?: boolean;
}

export interface AccountCardClient {
  readonly config: AccountCardConfig;
  read<T>(request: Request<T>): Promise<T>;
  /** Never repeated, whatever the answer. */
  write<T>(request: WriteRequest<T>): Promise<T>;
}

/**
 * The account-card program's API (laso-api.md §9): another issuer's, with headers and errors of its own.
 * Every failure is an `AccountCardError`. The bearer is the person's own and goes to the program only.
 */
export function createAccountCardClient(options: {
  config: AccountCardConfig;
  bearer: Secret;
  fetch?: typeof fetch;
  timeoutMs?: number;
}): AccountCardClient {
  const { config, bearer } = options;
  const send = async <T>(method: 'GET' | 'POST', request: WriteRequest<T>): Promise<T> => {
    try {
      return await requestJson({
        method,
        url: apiUrl(config.baseUrl, request.path),
        schema: request.schema,
        signal: request.signal,
        emptyIsDone: request.emptyIsDone,
        ...(request.body !== undefined && { body: request.body }),
        headers: { 'x-client-key': config.clientKey, 'x-us-env': String(config.usEnv) },
        bearer: bearer.reveal(),
        timeoutMs: options.timeoutMs,
        fetch: options.fetch,
        isOwn: isProgramAnswer,
      });
    } catch (error) {
      throw accountCardErrorOf(error, request.notFound);
    }
  };
  return {
    config,
    read: (request) => send('GET', request),
    write: (request) => send('POST', request),
  };
}
