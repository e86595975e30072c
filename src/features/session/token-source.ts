import type { AccountId } from '#domain/account.ts';
import { refreshCredentials } from '#laso/auth.ts';
import type { TokenSource } from '#laso/client.ts';
import { LasoError } from '#laso/laso-error.ts';
import { withLock } from '#storage/locks.ts';
import { readKeptSession } from './session-storage.ts';
import { replaceTokens, sessionOf } from './session-store.ts';
import type { SessionTokens } from './session.ts';
import { announceRenewal } from './token-channel.ts';

/** Renewed this long before it ends, so that no request leaves with a token that dies on the way. */
export const RENEW_AHEAD_MS = 5 * 60_000;

/**
 * The Bearer for each account: renewed ahead of its end by Laso's `POST /auth`, one renewal at a time over all tabs (laso-api.md,
 * "Identity and tokens"). A refused renewal ends that account's session and touches nothing else.
 */
export function createTokenSource(options: {
  baseUrl: string;
  fetch?: typeof fetch;
  now?: () => number;
}): TokenSource {
  const now = options.now ?? Date.now;
  return {
    bearer: async (accountId) => {
      const tokens = sessionOf(accountId)?.tokens;
      return tokens && isFresh(tokens) ? tokens.idToken : renewed(accountId, null);
    },
    renew: (accountId, rejected) => renewed(accountId, rejected),
  };

  function isFresh(tokens: SessionTokens): boolean {
    return tokens.expiresAtMs - now() > RENEW_AHEAD_MS;
  }

  /** `rejected`: the token a 401 answered; null when renewing ahead of time, where the one we hold still serves if Laso is out of reach. */
  function renewed(accountId: AccountId, rejected: string | null): Promise<string> {
    return withLock(`laso-renew:${accountId}`, async () => {
      const held = await newestTokens(accountId);
      const serves = rejected === null ? isFresh(held) : held.idToken !== rejected;
      if (serves) return held.idToken;
      const stillValid = rejected === null && held.expiresAtMs > now();
      if (!held.refreshToken) return stillValid ? held.idToken : endSession(accountId, held);
      try {
        const tokens = await requestRenewal(accountId, held.refreshToken);
        if (!tokens) return await endSession(accountId, held);
        await replaceTokens(accountId, tokens);
        announceRenewal({ accountId, tokens });
        return tokens.idToken;
      } catch (error) {
        if (isRefusal(error)) return endSession(accountId, held);
        if (stillValid) return held.idToken;
        throw error;
      }
    });
  }

  /** Null when the answer is about another account: such tokens are dropped. */
  async function requestRenewal(accountId: AccountId, refreshToken: string): Promise<SessionTokens | null> {
    const request = {
      baseUrl: options.baseUrl,
      refreshToken,
      ...(options.fetch && { fetch: options.fetch }),
    };
    const credentials = await refreshCredentials(request);
    if (credentials.accountId !== accountId) return null;
    const { idToken, expiresAtMs } = credentials;
    return { idToken, refreshToken: credentials.refreshToken ?? refreshToken, expiresAtMs };
  }
}

/** Ends the session, unless another tab's renewal meanwhile is why ours was refused. */
async function endSession(accountId: AccountId, refused: SessionTokens): Promise<string> {
  const newest = sessionOf(accountId)?.tokens;
  if (newest && newest.idToken !== refused.idToken) return newest.idToken;
  await replaceTokens(accountId, null);
  throw sessionEnded();
}

async function newestTokens(accountId: AccountId): Promise<SessionTokens> {
  const session = sessionOf(accountId);
  const stored = session?.keep ? await readKeptSession(accountId) : null;
  const tokens = [session?.tokens, stored?.tokens].filter((one) => one !== null && one !== undefined);
  const newest = tokens.toSorted((a, b) => b.expiresAtMs - a.expiresAtMs)[0];
  if (!session || !newest) throw sessionEnded();
  return newest;
}

const isRefusal = (error: unknown): boolean =>
  error instanceof LasoError && (error.status === 400 || error.status === 401);

const sessionEnded = () => new LasoError('session-ended', 'The session of this account has ended.');
