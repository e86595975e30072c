import type { AccountId } from '#domain/account.ts';
import { refreshCredentials } from '#laso/auth.ts';
import type { TokenSource } from '#laso/client.ts';
import { LasoError, type LasoErrorKind } from '#laso/laso-error.ts';
import { ownCredentials } from '#laso/own-credentials.ts';
import { renewalLock } from '#storage/keys.ts';
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
 * The Bearer for each account: renewed ahead of its end by Laso's `POST /auth`, one renewal at a time over all tabs (laso-api.md §1.2).
 * A refused renewal ends that account's session and touches nothing else.
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
  /** Until when the server asked not to be asked for a renewal, and its answer. */
  const waits = new Map<AccountId, { untilMs: number; error: LasoError }>();
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
    const lock = { name: renewalLock(accountId), waitMs: lockWaitMs(accountId) };
    const renewal = withLock(lock, async () => {
      const held = await newestTokens(accountId);
      const serves = rejected === null ? isFresh(held) : held.idToken !== rejected;
      if (serves) {
        await adopt(accountId, held);
        return held.idToken;
      }
      const stillValid = rejected === null && held.expiresAtMs > now();
      if (!held.refreshToken && stillValid) return held.idToken;
      try {
        const tokens = await requestRenewal(accountId, held.refreshToken);
        return tokens ? await take(accountId, tokens) : await afterRefusal(accountId, held);
      } catch (error) {
        if (!isLater(error) || !stillValid) throw error;
        return held.idToken;
      }
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

  async function take(accountId: AccountId, tokens: SessionTokens): Promise<string> {
    await replaceTokens(accountId, tokens);
    // Signed out meanwhile: nothing is read with these any more.
    if (!sessionOf(accountId)) throw sessionEnded();
    announceRenewal({ accountId, tokens });
    return tokens.idToken;
  }

  /**
   * Ends the session, unless ours was refused because another tab has renewed it meanwhile (or because the browser sent the request twice by
   * itself, lessons.md 33): newer tokens serve, or are renewed once.
   */
  async function afterRefusal(accountId: AccountId, refused: SessionTokens): Promise<string> {
    await adoptKeptLink(accountId, refused, now());
    if (sessionOf(accountId)?.tokens?.idToken === refused.idToken)
      await askOtherTabs(accountId, refused.idToken, options.tabsAnswerMs);
    const newest = await newestTokens(accountId);
    if (newest.idToken !== refused.idToken && newest.expiresAtMs > now()) {
      await adopt(accountId, newest);
      return newest.idToken;
    }
    const tokens =
      newest.refreshToken === refused.refreshToken
        ? null
        : await requestRenewal(accountId, newest.refreshToken);
    if (tokens) return take(accountId, tokens);
    await replaceTokens(accountId, null);
    throw sessionEnded();
  }

  /**
   * Null when there is nothing to renew with, when Laso itself refuses it, and when the answer is about another account or project: such tokens
   * are dropped. Rejects where nothing was decided.
   */
  async function requestRenewal(
    accountId: AccountId,
    refreshToken: string | null,
  ): Promise<SessionTokens | null> {
    if (!refreshToken) return null;
    const request = {
      baseUrl: options.baseUrl,
      refreshToken,
      ...(options.fetch && { fetch: options.fetch }),
    };
    const { firebaseProjectId = '' } = options;
    const expected = { account: accountId, firebaseProjectId };
    const wait = waits.get(accountId);
    if (wait && now() < wait.untilMs) throw stillWaiting(wait.error, wait.untilMs - now());
    const answer = await refreshCredentials(request).catch((error: unknown) => {
      noteWait(accountId, error);
      return nullIfRefused(error);
    });
    const credentials = ownCredentials(answer, expected);
    if (!credentials) return null;
    const { idToken, expiresAtMs } = credentials;
    return { idToken, refreshToken: credentials.refreshToken ?? refreshToken, expiresAtMs };
  }

  function noteWait(accountId: AccountId, error: unknown): void {
    if (error instanceof LasoError && error.retryAfterMs)
      waits.set(accountId, { untilMs: now() + error.retryAfterMs, error });
  }
}

/** The answer of before, with what is left of the wait: reads that need a new token wait as long. */
const stillWaiting = (error: LasoError, retryAfterMs: number): LasoError =>
  new LasoError(error.kind, error.message, { ...error, retryAfterMs });

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

/** Laso's own 400 or 401 refuses a refresh token for good; the same status from a proxy or a network's login page says nothing (`not-laso`). */
function nullIfRefused(error: unknown): null {
  if (error instanceof LasoError && REFUSED.has(error.kind) && REFUSING.has(error.status ?? 0)) return null;
  throw error;
}
const REFUSED: ReadonlySet<LasoErrorKind> = new Set(['unauthorized', 'bad-request']);
const REFUSING: ReadonlySet<number> = new Set([400, 401]);

const isLater = (error: unknown): boolean => !(error instanceof LasoError && error.kind === 'session-ended');

const sessionEnded = () => new LasoError('session-ended', 'The session of this account has ended.');
