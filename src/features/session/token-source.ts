import type { AccountId } from '#domain/account.ts';
import { refreshCredentials } from '#laso/auth.ts';
import type { TokenSource } from '#laso/client.ts';
import { LasoError } from '#laso/laso-error.ts';
import { ownCredentials } from '#laso/own-credentials.ts';
import { LockHeld } from '#storage/lock-in-time.ts';
import { withLock } from '#storage/locks.ts';
import { readKeptSession } from './session-storage.ts';
import { replaceTokens, sessionOf } from './session-store.ts';
import { bestFirst, type SessionTokens } from './session.ts';
import { announceRenewal, askOtherTabs } from './token-channel.ts';

/** Renewed this long before it ends, so that no request leaves with a token that dies on the way. */
export const RENEW_AHEAD_MS = 5 * 60_000;

/** How long another tab's renewal is waited for: while our token is good, and when it is over or was refused. */
const HELD_MS = { good: 3_000, over: 10_000 };

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
    const lock = { name: `laso-renew:${accountId}`, waitMs: lockWaitMs(accountId) };
    const renewal = withLock(lock, async () => {
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
    return renewal.catch((error: unknown) => {
      if (error instanceof LockHeld) return withoutRenewal(accountId, rejected);
      throw error;
    });
  }

  /** A token that is still good serves, so a renewal that another tab is at is not waited for long. */
  function lockWaitMs(accountId: AccountId): number {
    return (sessionOf(accountId)?.tokens?.expiresAtMs ?? 0) > now() ? HELD_MS.good : HELD_MS.over;
  }

  /**
   * Another tab holds the renewal and does not finish: it sleeps. It may have sent its request already, and then our refresh token is used up:
   * a second renewal beside it could end a good session, so its lock is not taken from it.
   */
  async function withoutRenewal(accountId: AccountId, rejected: string | null): Promise<string> {
    const held = await newestTokens(accountId);
    if (held.idToken === rejected || held.expiresAtMs <= now())
      throw new LasoError('renewal-held', 'another tab holds the renewal');
    await adopt(accountId, held);
    return held.idToken;
  }

  /** Ends the session, unless ours was refused because another tab has renewed it meanwhile. */
  async function endSession(accountId: AccountId, refused: SessionTokens): Promise<string> {
    const newer = () => {
      const tokens = sessionOf(accountId)?.tokens;
      return tokens && tokens.idToken !== refused.idToken ? tokens.idToken : null;
    };
    await adoptKeptLink(accountId, refused, now());
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

/** A link without renewal that was opened in another tab since: not the first choice, but it may be good where ours was refused. */
async function adoptKeptLink(accountId: AccountId, refused: SessionTokens, nowMs: number): Promise<void> {
  if (!sessionOf(accountId)?.keep) return;
  const kept = (await readKeptSession(accountId))?.tokens;
  const isLink = kept && kept.refreshToken === null && kept.expiresAtMs > nowMs;
  if (isLink && kept.idToken !== refused.idToken) await replaceTokens(accountId, kept);
}

async function newestTokens(accountId: AccountId): Promise<SessionTokens> {
  const session = sessionOf(accountId);
  const stored = session?.keep ? await readKeptSession(accountId) : null;
  // What is stored first: of two that are as good, another tab's renewal is the newer one.
  const tokens = [stored?.tokens, session?.tokens].filter((one) => one !== null && one !== undefined);
  const newest = tokens.toSorted(bestFirst)[0];
  if (!session || !newest) throw sessionEnded();
  return newest;
}

const isRefusal = (error: unknown): boolean =>
  error instanceof LasoError && (error.status === 400 || error.status === 401);

const sessionEnded = () => new LasoError('session-ended', 'The session of this account has ended.');
