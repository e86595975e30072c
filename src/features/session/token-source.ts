import type { AccountId } from '#domain/account.ts';
import { refreshCredentials } from '#laso/auth.ts';
import type { TokenSource } from '#laso/client.ts';
import { LasoError } from '#laso/laso-error.ts';
import { ownCredentials } from '#laso/own-credentials.ts';
import { withLock } from '#storage/locks.ts';
import { readKeptSession } from './session-storage.ts';
import { replaceTokens, sessionOf } from './session-store.ts';
import type { SessionTokens } from './session.ts';
import { announceRenewal, askOtherTabs } from './token-channel.ts';

/** Renewed this long before it ends, so that no request leaves with a token that dies on the way. */
export const RENEW_AHEAD_MS = 5 * 60_000;

/**
 * The Bearer for each account: renewed ahead of its end by Laso's `POST /auth`, one renewal at a time over all tabs (laso-api.md,
 * "Identity and tokens"). A refused renewal ends that account's session and touches nothing else.
 */
export function createTokenSource(options: {
  baseUrl: string;
  /** Tokens of another project are dropped; empty where the operator has not named one. */
  firebaseProjectId?: string;
  fetch?: typeof fetch;
  now?: () => number;
  /** How long other tabs have to answer before a session ends; ms. */
  tabsAnswerMs?: number;
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
      if (serves) {
        await adopt(accountId, held);
        return held.idToken;
      }
      const stillValid = rejected === null && held.expiresAtMs > now();
      if (!held.refreshToken) return stillValid ? held.idToken : endSession(accountId, held);
      let tokens: SessionTokens | null = null;
      try {
        tokens = await requestRenewal(accountId, held.refreshToken);
      } catch (error) {
        if (!isRefusal(error) && stillValid) return held.idToken;
        if (!isRefusal(error)) throw error;
      }
      if (!tokens) return endSession(accountId, held);
      await replaceTokens(accountId, tokens);
      // Signed out meanwhile: nothing is read with these any more.
      if (!sessionOf(accountId)) throw sessionEnded();
      announceRenewal({ accountId, tokens });
      return tokens.idToken;
    });
  }

  /** Ends the session, unless ours was refused because another tab has renewed it meanwhile. */
  async function endSession(accountId: AccountId, refused: SessionTokens): Promise<string> {
    const newer = () => {
      const tokens = sessionOf(accountId)?.tokens;
      return tokens && tokens.idToken !== refused.idToken ? tokens.idToken : null;
    };
    if (newer() === null) await askOtherTabs(accountId, refused.idToken, options.tabsAnswerMs);
    const idToken = newer();
    if (idToken !== null) return idToken;
    await replaceTokens(accountId, null);
    throw sessionEnded();
  }

  /** Null when the answer is about another account or project: such tokens are dropped. */
  async function requestRenewal(accountId: AccountId, refreshToken: string): Promise<SessionTokens | null> {
    const request = {
      baseUrl: options.baseUrl,
      refreshToken,
      ...(options.fetch && { fetch: options.fetch }),
    };
    const { firebaseProjectId = '' } = options;
    const expected = { account: accountId, firebaseProjectId };
    const credentials = ownCredentials(await refreshCredentials(request), expected);
    if (!credentials) return null;
    const { idToken, expiresAtMs } = credentials;
    return { idToken, refreshToken: credentials.refreshToken ?? refreshToken, expiresAtMs };
  }
}

/** Another tab renewed what the device keeps: from now on this tab knows without looking. */
async function adopt(accountId: AccountId, held: SessionTokens): Promise<void> {
  if (sessionOf(accountId)?.tokens?.idToken !== held.idToken) await replaceTokens(accountId, held);
}

async function newestTokens(accountId: AccountId): Promise<SessionTokens> {
  const session = sessionOf(accountId);
  const stored = session?.keep ? await readKeptSession(accountId) : null;
  // What is stored first: of two with the same end, another tab's renewal is the newer one.
  const tokens = [stored?.tokens, session?.tokens].filter((one) => one !== null && one !== undefined);
  const newest = tokens.toSorted((a, b) => b.expiresAtMs - a.expiresAtMs)[0];
  if (!session || !newest) throw sessionEnded();
  return newest;
}

const isRefusal = (error: unknown): boolean =>
  error instanceof LasoError && (error.status === 400 || error.status === 401);

const sessionEnded = () => new LasoError('session-ended', 'The session of this account has ended.');
