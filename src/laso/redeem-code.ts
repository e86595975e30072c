import * as z from 'zod/mini';
import { readCredentials, type Credentials } from './auth.ts';
import { requestJson } from './http.ts';
import { LasoError } from './laso-error.ts';
import { signInRefusal } from './sign-in-refusal.ts';

/**
 * Exchanges a one-time code at the operator's `authCodeUrl`, once; the answer has the shape of `GET /auth`
 * (laso-api.md). Rejects with a `LasoError`: `not-configured`, `link-refused`, `link-expired`, or a network
 * kind.
 */
export async function redeemCode(options: {
  authCodeUrl: string | undefined;
  code: string;
  fetch?: typeof fetch | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
}): Promise<Credentials> {
  if (!options.authCodeUrl) throw new LasoError('not-configured', 'No authCodeUrl in the configuration');
  const body = await requestJson({
    method: 'POST',
    url: new URL(options.authCodeUrl),
    body: { code: options.code },
    schema: z.record(z.string(), z.unknown()),
    secrets: [options.code],
    fetch: options.fetch,
    signal: options.signal,
    timeoutMs: options.timeoutMs,
  }).catch((error: unknown) => {
    throw signInRefusal(error);
  });
  const credentials = readCredentials(body);
  if (!credentials) throw new LasoError('bad-answer', 'The answer holds no credentials');
  return credentials;
}
