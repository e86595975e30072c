import type { AccountId } from '#domain/account.ts';
import { database } from '#storage/database.ts';
import { parseSession, type Session } from './session.ts';
import { signedOutAtMs } from './sign-out-marks.ts';

const TAB_KEY = 'laso.sessions';

/**
 * Where sessions are kept (lessons.md S24): IndexedDB for "Keep me signed in", else this tab's sessionStorage. Storage that refuses
 * costs a sign-in after a reload and nothing else, so every function here swallows that refusal.
 */
export async function loadSessions(): Promise<Session[]> {
  const stored = [...tabSessions(), ...(await deviceSessions())];
  return stored.filter((session) => session.signedInAtMs > signedOutAtMs(session.accountId));
}

export async function saveSession(session: Session): Promise<void> {
  if (session.keep) {
    await quietly(async () => (await database()).put('sessions', session, session.accountId));
    writeTab(tabSessions().filter((other) => other.accountId !== session.accountId));
  } else {
    writeTab([...tabSessions().filter((other) => other.accountId !== session.accountId), session]);
  }
}

export async function deleteStoredSession(accountId: AccountId): Promise<void> {
  writeTab(tabSessions().filter((other) => other.accountId !== accountId));
  await quietly(async () => (await database()).delete('sessions', accountId));
}

/** The session another tab may have renewed meanwhile. */
export async function readKeptSession(accountId: AccountId): Promise<Session | null> {
  return (
    (await quietly(async () => parseSession(await (await database()).get('sessions', accountId)))) ?? null
  );
}

async function deviceSessions(): Promise<Session[]> {
  const stored = await quietly(async () => (await database()).getAll('sessions'));
  return (stored ?? []).flatMap((value) => parseSession(value) ?? []);
}

function tabSessions(): Session[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(TAB_KEY) ?? '[]');
    return Array.isArray(stored) ? stored.flatMap((value) => parseSession(value) ?? []) : [];
  } catch {
    return [];
  }
}

function writeTab(sessions: Session[]): void {
  try {
    if (sessions.length === 0) sessionStorage.removeItem(TAB_KEY);
    else sessionStorage.setItem(TAB_KEY, JSON.stringify(sessions));
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
