import * as z from 'zod/mini';
import { withoutEndSlashes } from '#domain/cut-end.ts';
import { makeCredentials, type Credentials } from './auth.ts';
import { requestJson } from './http.ts';
import { LasoError } from './laso-error.ts';
import { signInRefusal } from './sign-in-refusal.ts';

const answerSchema = z.object({
  idToken: z.string().check(z.minLength(1)),
  refreshToken: z.nullish(z.string()),
  expiresIn: z.optional(z.unknown()),
});

/**
 * Exchanges a Firebase custom token, once (Identity Toolkit, `accounts:signInWithCustomToken`). Rejects with
 * a `LasoError`: `link-refused` (used already or not valid), `link-expired`, `wrong-project`,
 * `not-configured` (the API key is missing or refused), or a network kind.
 */
export async function exchangeCustomToken(options: {
  identityToolkitUrl: string;
  firebaseApiKey: string;
  token: string;
  fetch?: typeof fetch | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
}): Promise<Credentials> {
  if (!options.firebaseApiKey)
    throw new LasoError('not-configured', 'No firebaseApiKey in the configuration');
  const url = new URL(`${withoutEndSlashes(options.identityToolkitUrl)}/v1/accounts:signInWithCustomToken`);
  url.searchParams.set('key', options.firebaseApiKey);
  const { token, signal, timeoutMs } = options;
  const answer = await requestJson({
    method: 'POST',
    url,
    body: { token, returnSecureToken: true },
    schema: answerSchema,
    secrets: [token],
    fetch: options.fetch,
    signal,
    timeoutMs,
  }).catch((error: unknown) => {
    throw signInRefusal(error);
  });
  const credentials = makeCredentials({
    idToken: answer.idToken,
    refreshToken: answer.refreshToken ?? null,
    expiresIn: answer.expiresIn,
    userId: '',
    nowMs: Date.now(),
  });
  if (!credentials) throw new LasoError('bad-answer', 'The new token names no user');
  return credentials;
}
