import * as z from 'zod/mini';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import { apiUrl, requestJson } from './http.ts';
import { expiryMsOf, issuedMsOf, isUserId, readJwt, userIdOf } from './jwt.ts';
import { LasoError } from './laso-error.ts';

/**
 * What a sign-in gives (laso-api.md §1). `idToken` is the Bearer, `expiresAtMs` is when the token expires by
 * its own claim, in this device's time.
 */
export interface Credentials {
  accountId: AccountId;
  userId: string;
  idToken: string;
  refreshToken: string | null;
  expiresAtMs: number;
}

const token = z.string().check(z.minLength(1));

/** The `auth` part of paid answers and of `POST /auth`. */
const credentialsSchema = z.object({
  id_token: token,
  refresh_token: z.nullish(z.string()),
  expires_in: z.optional(z.unknown()),
});

const answerSchema = z.object({ user_id: z.optional(z.unknown()) });
const flatSchema = z.extend(credentialsSchema, answerSchema.shape);
const wrappedSchema = z.extend(answerSchema, { auth: credentialsSchema });
const bodySchema = z.union([wrappedSchema, flatSchema]);

const DEFAULT_LIFE_S = 3600;

/**
 * Credentials from an answer, flat as `POST /auth` or with `auth` inside as the paid routes write it. Null
 * when there are none, or when the token names another user than the answer.
 */
export function readCredentials(body: unknown, nowMs: number = Date.now()): Credentials | null {
  const parsed = z.safeParse(bodySchema, body);
  if (!parsed.success) return null;
  const answer = parsed.data;
  const auth = 'auth' in answer ? answer.auth : answer;
  return makeCredentials({
    idToken: auth.id_token,
    refreshToken: auth.refresh_token ?? null,
    expiresIn: auth.expires_in,
    userId: typeof answer.user_id === 'string' ? answer.user_id.trim() : '',
    nowMs,
  });
}

/**
 * From the parts of any sign-in answer; `userId` may be empty where only the token names the user. Null when
 * no user or two users are named.
 */
export function makeCredentials(parts: {
  idToken: string;
  refreshToken: string | null;
  /** Seconds, as a number or a string; used only when the token does not tell. */
  expiresIn: unknown;
  userId: string;
  nowMs: number;
}): Credentials | null {
  const claims = readJwt(parts.idToken)?.claims ?? {};
  const userId = parts.userId || (userIdOf(claims) ?? '');
  const accountId = accountIdOf(userId);
  const named = userIdOf(claims);
  if (!isUserId(userId) || (named !== null && accountIdOf(named) !== accountId)) return null;
  const seconds = Number(parts.expiresIn);
  const life = Number.isFinite(seconds) && seconds > 0 ? seconds : DEFAULT_LIFE_S;
  return {
    accountId,
    userId,
    idToken: parts.idToken,
    refreshToken: parts.refreshToken || null,
    expiresAtMs: endOf(claims, parts.nowMs) ?? parts.nowMs + Math.trunc(life * 1000),
  };
}

/** A server issues no tokens that have already expired. */
const LEAST_LIFE_MS = 5 * 60_000;

/**
 * When a newly issued token expires, in this device's time. On a clock that is an hour ahead it would already
 * have expired, and every read would renew it: then its lifetime is the difference of its own two dates, from
 * now on. Null when the token has no expiry.
 */
function endOf(claims: Record<string, unknown>, nowMs: number): number | null {
  const endMs = expiryMsOf(claims);
  const madeMs = issuedMsOf(claims);
  if (endMs === null || madeMs === null || endMs - nowMs > LEAST_LIFE_MS) return endMs;
  return madeMs < endMs ? nowMs + (endMs - madeMs) : endMs;
}

/**
 * `POST /auth`: new tokens for a refresh token, which the answer may replace. Sent once. Rejects with a
 * `LasoError`; kind `unauthorized`, or `bad-request` with status 400, means Laso refuses the refresh token
 * for good.
 */
export async function refreshCredentials(options: {
  baseUrl: string;
  refreshToken: string;
  fetch?: typeof fetch | undefined;
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
}): Promise<Credentials> {
  const body = await requestJson({
    method: 'POST',
    url: apiUrl(options.baseUrl, '/auth'),
    body: { grant_type: 'refresh_token', refresh_token: options.refreshToken },
    schema: bodySchema,
    secrets: [options.refreshToken],
    fetch: options.fetch,
    signal: options.signal,
    timeoutMs: options.timeoutMs,
  });
  const credentials = readCredentials(body);
  if (!credentials) throw new LasoError('bad-answer', 'POST /auth: the answer names no single user');
  return credentials;
}
