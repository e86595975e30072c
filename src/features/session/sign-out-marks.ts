import type { AccountId } from '#domain/account.ts';

const KEY = 'laso.signed-out';

/** Stands for every account, also those that only other tabs know: "Sign out everywhere". */
const EVERY_ACCOUNT = '*';

interface SignedIn {
  accountId: AccountId;
  signedInAtMs: number;
}

/**
 * When each account was last signed out on this device; 0 for never. One mark reaches every tab: open ones by the `storage` event, frozen
 * or restored ones (Back, bfcache) and copies of sessionStorage when they next look. Works offline.
 */
export function signedOutAtMs(accountId: AccountId): number {
  const marks = readMarks();
  return Math.max(marks[accountId] ?? 0, marks[EVERY_ACCOUNT] ?? 0);
}

/** A session as old as the account's last sign-out, or older, does not count any more. */
export const isSignedOut = ({ accountId, signedInAtMs }: SignedIn): boolean =>
  signedInAtMs <= signedOutAtMs(accountId);

/** A sign-in time that lies after the account's last sign-out even when the clock stood still or went back. */
export const signInTimeMs = (accountId: AccountId): number =>
  Math.max(Date.now(), signedOutAtMs(accountId) + 1);

export function markSignedOut(sessions: readonly SignedIn[]): void {
  const marks = readMarks();
  for (const { accountId, signedInAtMs } of sessions) marks[accountId] = Math.max(Date.now(), signedInAtMs);
  writeMarks(marks);
}

/** Every account, in every tab. */
export function markAllSignedOut(sessions: readonly SignedIn[]): void {
  const newest = Math.max(Date.now(), ...sessions.map((session) => session.signedInAtMs));
  writeMarks({ ...readMarks(), [EVERY_ACCOUNT]: newest });
}

function writeMarks(marks: Record<string, number>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(marks));
  } catch {
    // No storage, so there are no stored sessions in other tabs either.
  }
}

/** Calls back when another tab signed an account out, and when this page comes back from the back-forward cache. */
export function onSignOutElsewhere(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) listener();
  };
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) listener();
  };
  addEventListener('storage', onStorage);
  addEventListener('pageshow', onShow);
  return () => {
    removeEventListener('storage', onStorage);
    removeEventListener('pageshow', onShow);
  };
}

function readMarks(): Record<string, number> {
  try {
    const marks: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof marks !== 'object' || marks === null) return {};
    return Object.fromEntries(
      Object.entries(marks).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
    );
  } catch {
    return {};
  }
}
