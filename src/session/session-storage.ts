import type { AccountId } from '#domain/account.ts';
import { database } from '#storage/database.ts';
import { SESSIONS_KEY } from '#storage/keys.ts';
import { parseSession, type Session } from './session.ts';
import { isSignedOut } from './sign-out-marks.ts';

/**
 * Where sessions are kept (lessons.md S24): IndexedDB for "Keep me signed in", else this tab's sessionStorage. Storage that refuses or does not
 * answer costs a sign-in after a reload and nothing else, so every function here swallows that.
 */
export async function loadSessions(): Promise<Session[]> {
  const stored = [...tabSessions(), ...(await deviceSessions())];
  // Signed out while this tab was asleep or away: gone from storage too.
  for (const session of stored) if (isSignedOut(session)) await deleteStoredSession(session);
  return onePerAccount(stored.filter((session) => !isSignedOut(session)));
}

/** What this tab keeps can be had at once. */
export const loadTabSessions = (): Session[] =>
  onePerAccount(tabSessions().filter((session) => !isSignedOut(session)));

/**
 * An account kept on the device and signed in again in this tab is one account: the newer session counts, but one that can be renewed before one
 * that cannot. Newest first.
 */
export function onePerAccount(sessions: readonly Session[]): Session[] {
  const newestFirst = sessions.toSorted((a, b) => b.signedInAtMs - a.signedInAtMs);
  const bestOf = (accountId: AccountId) => {
    const own = newestFirst.filter((session) => session.accountId === accountId);
    return own.find(isRenewable) ?? own[0];
  };
  return newestFirst.filter((session) => bestOf(session.accountId) === session);
}

const isRenewable = ({ tokens }: Session): boolean => (tokens?.refreshToken ?? null) !== null;

export async function saveSession(session: Session): Promise<void> {
  const { accountId, keep } = session;
  const onDevice = keep && (await quietly(() => putOnDevice(session))) === accountId;
  const otherTabSessions = tabSessions().filter((other) => other.accountId !== accountId);
  // What the device does not take now is in this tab until it does (`saveUnsaved`).
  writeTab(onDevice ? otherTabSessions : [...otherTabSessions, session]);
  // The sign-out may have come from another tab while this was being written.
  if (isSignedOut(session)) await deleteStoredSession(session);
}

/** The device answers again: what it should have kept meanwhile, and what it should not keep any more. */
export async function saveUnsaved(): Promise<void> {
  for (const session of tabSessions()) await (session.keep ? saveSession(session) : forgetOlderKept(session));
}

const putOnDevice = async (session: Session): Promise<string> =>
  (await database()).put('sessions', session, session.accountId);

/**
 * Writes renewed tokens. A kept session that is not on the device any more was taken back by another tab's sign-in: it is not put back there but
 * becomes this tab's own. Returns the session as it is kept.
 */
export async function saveRenewed(session: Session): Promise<Session> {
  const here = { ...session, keep: false };
  const taken = session.keep && (await quietly(() => isMissing(session.accountId))) === true;
  await saveSession(taken ? here : session);
  return taken ? here : session;
}

const isMissing = async (accountId: AccountId): Promise<boolean> =>
  (await (await database()).getKey('sessions', accountId)) === undefined;

/** Signing in to this tab only takes back what an earlier sign-in of the account kept on the device. */
export const forgetKeptSession = (accountId: AccountId): Promise<void> =>
  deleteFromDevice(accountId, () => true);

const forgetOlderKept = ({ accountId, signedInAtMs }: Session): Promise<void> =>
  deleteFromDevice(accountId, (stored) => stored === null || stored.signedInAtMs < signedInAtMs);

/** Removes the session, and an older one of the account; a newer one, of a sign-in since, stays. */
export async function deleteStoredSession({ accountId, signedInAtMs }: Session): Promise<void> {
  const stays = (other: Session) => other.accountId !== accountId || other.signedInAtMs > signedInAtMs;
  writeTab(tabSessions().filter(stays));
  await deleteFromDevice(accountId, (stored) => stored === null || !stays(stored));
}

/** The session another tab may have renewed meanwhile. */
export async function readKeptSession(accountId: AccountId): Promise<Session | null> {
  return (
    (await quietly(async () => parseSession(await (await database()).get('sessions', accountId)))) ?? null
  );
}

async function deleteFromDevice(accountId: AccountId, which: (stored: Session | null) => boolean) {
  await quietly(async () => {
    const { store, done } = (await database()).transaction('sessions', 'readwrite');
    if (which(parseSession(await store.get(accountId)))) await store.delete(accountId);
    await done;
  });
}

async function deviceSessions(): Promise<Session[]> {
  const stored = await quietly(async () => (await database()).getAll('sessions'));
  return (stored ?? []).flatMap((value) => parseSession(value) ?? []);
}

function tabSessions(): Session[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(SESSIONS_KEY) ?? '[]');
    return Array.isArray(stored) ? stored.flatMap((value) => parseSession(value) ?? []) : [];
  } catch {
    return [];
  }
}

function writeTab(sessions: Session[]): void {
  try {
    if (sessions.length === 0) sessionStorage.removeItem(SESSIONS_KEY);
    else sessionStorage.setItem(SESSIONS_KEY, JSON.stringify(sessions));
  } catch {
    // Kept in memory only.
  }
}

async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
