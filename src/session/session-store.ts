import { create } from 'zustand';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import type { Credentials } from '#laso/auth.ts';
import { within } from '#domain/within.ts';
import { deleteChainChecks } from '#storage/chain-checks.ts';
import { OPEN_LIMIT_MS } from '#storage/database.ts';
import { forgetAccounts } from '#storage/forget-accounts.ts';
import { ACTIVE_ACCOUNT_KEY, ALL_ACCOUNTS_KEY } from '#storage/keys.ts';
import { StorageSilent, useStorageWait } from '#storage/storage-wait.ts';
import {
  deleteStoredSession,
  forgetKeptSession,
  loadSessions,
  loadTabSessions,
  onePerAccount,
  saveRenewed,
  saveSession,
  saveUnsaved,
} from './session-storage.ts';
import type { Session, SessionTokens } from './session.ts';
import {
  isSignedOut,
  markAllSignedOut,
  markSignedOut,
  onSignOutElsewhere,
  signedOutAtMs,
  signInTimeMs,
} from './sign-out-marks.ts';

interface SessionState {
  sessions: readonly Session[];
  /** The account on screen; with `showAll` the one that new things are done for. */
  active: AccountId | null;
  /** "All accounts": every one is on screen. Only where there are several. */
  showAll: boolean;
}

const MOST_EARLIER = 50;

/** The signed-in accounts and the one on screen. Changed only by the functions below. */
export const useSessions = create<SessionState>()(() => ({ sessions: [], active: null, showAll: false }));

/** The accounts that are signed in, as one part of a query key: what belongs to others is locked. */
export const useSignedInKey = (): string =>
  useSessions(({ sessions }) => sessions.map(({ accountId }) => accountId).join(' '));

export const sessionOf = (accountId: AccountId): Session | undefined =>
  useSessions.getState().sessions.find((session) => session.accountId === accountId);

/** Longer than the database may take to open: then its own sentence is on the first page. */
const RESTORE_WITHIN_MS = OPEN_LIMIT_MS + 500;

/**
 * Reads what an earlier visit kept and starts to follow sign-outs in other tabs. Call once, before the first render. Where the device does not
 * answer in time, this tab's sessions are there alone, and the kept ones join them when it does.
 */
export async function restoreSessions(): Promise<void> {
  const wanted = remembered(ACTIVE_ACCOUNT_KEY);
  const wantedAll = remembered(ALL_ACCOUNTS_KEY) !== null;
  const joined = joinKept(wanted, wantedAll);
  await within(RESTORE_WITHIN_MS, joined, () => new StorageSilent('browser')).catch(() =>
    apply(loadTabSessions(), wanted, wantedAll),
  );
  useStorageWait.subscribe((now, before) => {
    if (before.waitsFor !== null && now.waitsFor === null)
      void saveUnsaved().then(() => joinKept(wanted, wantedAll));
  });
  onSignOutElsewhere(() => {
    const leaving = useSessions.getState().sessions.filter(isSignedOut);
    if (leaving.length > 0) void drop(leaving);
  });
}

/** Adds what is stored to what is signed in; of one account the newer session counts. What is on screen stays. */
export async function joinKept(wanted?: string | null, all?: boolean): Promise<void> {
  const stored = await loadSessions();
  const { sessions, active } = useSessions.getState();
  const joined = onePerAccount([...sessions, ...stored]);
  if (active === null) apply(joined, wanted, all);
  else apply(joined);
}

/** Adds or renews an account and puts it on screen. */
export async function signIn(account: {
  accountId: AccountId;
  userId: string;
  tokens: SessionTokens;
  keep: boolean;
}): Promise<void> {
  const { accountId } = account;
  const before = sessionOf(accountId);
  const earlierMs = before && [before.signedInAtMs, ...(before.earlierMs ?? [])].slice(0, MOST_EARLIER);
  const session: Session = { ...account, signedInAtMs: signInTimeMs(accountId), earlierMs };
  apply([...others(accountId), session], accountId, false);
  await saveSession(session);
  if (!session.keep) await forgetKeptSession(accountId);
}

/** Signs in with what Laso's answer or a login link gave. `keep`: on this device, else in this tab only. */
export const signInWith = (credentials: Credentials, keep: boolean): Promise<void> => {
  const { accountId, userId, idToken, refreshToken, expiresAtMs } = credentials;
  return signIn({ accountId, userId, tokens: { idToken, refreshToken, expiresAtMs }, keep });
};

/** Takes renewed tokens, here and in storage. Ignored when the account has been signed out meanwhile. */
export async function replaceTokens(accountId: AccountId, tokens: SessionTokens | null): Promise<void> {
  const session = sessionOf(accountId);
  if (!session) return;
  const renewed: Session = { ...session, tokens };
  put(session, renewed);
  const kept = await saveRenewed(renewed);
  if (kept !== renewed) put(renewed, kept);
}

const put = (before: Session, now: Session): void =>
  apply(useSessions.getState().sessions.map((other) => (other === before ? now : other)));

export function switchAccount(accountId: AccountId): void {
  if (sessionOf(accountId)) apply(useSessions.getState().sessions, accountId, false);
}

/** Every account on screen. With one alone nothing changes. */
export function showAllAccounts(): void {
  const { sessions, active } = useSessions.getState();
  apply(sessions, active, true);
}

/** "Keep me signed in", changed afterwards: moves the session between this tab and this device. */
export async function keepSession(accountId: AccountId, keep: boolean): Promise<void> {
  const session = sessionOf(accountId);
  if (!session || session.keep === keep) return;
  const moved: Session = { ...session, keep };
  put(session, moved);
  await saveSession(moved);
  if (!keep) await forgetKeptSession(accountId);
}

/** Signs accounts out in every tab of this browser, also offline: tokens first, then whatever watches this store drops its cached reads. */
export async function signOut(accountIds: readonly AccountId[]): Promise<void> {
  const leaving = useSessions.getState().sessions.filter((session) => accountIds.includes(session.accountId));
  markSignedOut(leaving);
  await drop(leaving);
}

/** The same for all accounts, also those that only other tabs are signed in to, or were before they were closed. */
export async function signOutEverywhere(): Promise<void> {
  const { sessions } = useSessions.getState();
  markAllSignedOut(sessions);
  forgetAccounts('all');
  await Promise.all([drop(sessions), deleteChainChecks()]);
}

async function drop(leaving: readonly Session[]): Promise<void> {
  apply(useSessions.getState().sessions.filter((session) => !leaving.includes(session)));
  await Promise.all(leaving.map((session) => deleteStoredSession(session)));
}

const others = (accountId: AccountId) =>
  useSessions.getState().sessions.filter((session) => session.accountId !== accountId);

function apply(
  sessions: readonly Session[],
  wanted: string | null = useSessions.getState().active ?? remembered(ACTIVE_ACCOUNT_KEY),
  all = useSessions.getState().showAll,
): void {
  const active = sessions.find((session) => session.accountId === wanted) ?? newest(sessions);
  const showAll = all && sessions.length > 1;
  useSessions.setState({ sessions, active: active?.accountId ?? null, showAll });
  remember(ACTIVE_ACCOUNT_KEY, active?.accountId ?? null);
  remember(ALL_ACCOUNTS_KEY, showAll ? 'yes' : null);
}

function remember(key: string, value: string | null): void {
  try {
    if (value) sessionStorage.setItem(key, value);
    else sessionStorage.removeItem(key);
  } catch {
    // Only a convenience.
  }
}

const newest = (sessions: readonly Session[]): Session | undefined =>
  sessions.toSorted((a, b) => b.signedInAtMs - a.signedInAtMs)[0];

function remembered(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * Records of an account that was signed out here stay on the device, but unseen until it signs in again (product.md §1). `startedAtMs`: a
 * record made since that sign-out, by a buyer who never signed in, is not hidden from them.
 */
export function isLocked(sessions: readonly Session[], owners: readonly string[], startedAtMs = 0): boolean {
  const ids = owners.map((owner) => accountIdOf(owner));
  return (
    ids.some((id) => signedOutAtMs(id) > startedAtMs) &&
    !sessions.some((session) => ids.includes(session.accountId))
  );
}
