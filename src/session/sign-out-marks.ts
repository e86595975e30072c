import type { AccountId } from '#domain/account.ts';
import { ownValue } from '#domain/own-value.ts';
import { ALERTS_KEY, FIRST_SEEN_KEY, SIGNED_OUT_KEY, VISITS_KEY } from '#storage/keys.ts';

/** Stands for every account, also those that only other tabs know: "Sign out everywhere". */
const EVERY_ACCOUNT = '*';

/** By account, when it was last signed out; ms. */
type Marks = Readonly<Record<string, number>>;

/** Tells open tabs where storage has no room for a mark. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(SIGNED_OUT_KEY);
/** Marks that storage did not take, and those that were told. */
let held: Marks = {};

interface SignedIn {
  accountId: AccountId;
  signedInAtMs: number;
}

/**
 * When each account was last signed out on this device; 0 for never. One mark reaches every tab: open ones by the `storage` event (by a
 * message where storage takes nothing), frozen or restored ones (Back, bfcache) and copies of sessionStorage when they next look. Works offline.
 */
export function signedOutAtMs(accountId: AccountId): number {
  const marks = readMarks();
  return Math.max(ownValue(marks, accountId) ?? 0, marks[EVERY_ACCOUNT] ?? 0);
}

/** A session as old as the account's last sign-out, or older, does not count any more. */
export const isSignedOut = ({ accountId, signedInAtMs }: SignedIn): boolean =>
  signedInAtMs <= signedOutAtMs(accountId);

/** A sign-in time that lies after the account's last sign-out even when the clock stood still or went back. */
export const signInTimeMs = (accountId: AccountId): number =>
  Math.max(Date.now(), signedOutAtMs(accountId) + 1);

export function markSignedOut(sessions: readonly SignedIn[]): void {
  const marks = sessions.map(({ accountId, signedInAtMs }) => [
    accountId,
    Math.max(Date.now(), signedInAtMs),
  ]);
  writeMarks({ ...readMarks(), ...Object.fromEntries(marks) });
}

/** Every account, in every tab. */
export function markAllSignedOut(sessions: readonly SignedIn[]): void {
  const newest = Math.max(Date.now(), ...sessions.map((session) => session.signedInAtMs));
  writeMarks({ ...readMarks(), [EVERY_ACCOUNT]: newest });
}

function writeMarks(marks: Marks): void {
  if (storeMarks(marks)) return;
  held = marks;
  // Only then: a message throws pages out of the back-forward cache, which the stored mark empties as they come back.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel has no target origin
  channel?.postMessage(marks);
}

/** Storage that is full has room once what is only a comfort makes way: a sign-out must reach every tab, also those that sleep. */
function storeMarks(marks: Marks): boolean {
  for (const comfort of [null, VISITS_KEY, ALERTS_KEY, FIRST_SEEN_KEY])
    try {
      if (comfort) localStorage.removeItem(comfort);
      localStorage.setItem(SIGNED_OUT_KEY, JSON.stringify(marks));
      return true;
    } catch {
      // Full, or refused altogether.
    }
  return false;
}

/** Calls back when another tab signed an account out, and when this page comes back from the back-forward cache. */
export function onSignOutElsewhere(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === SIGNED_OUT_KEY || event.key === null) listener();
  };
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) listener();
  };
  const onTold = ({ data }: MessageEvent<unknown>) => {
    held = newest(held, marksIn(data));
    listener();
  };
  addEventListener('storage', onStorage);
  addEventListener('pageshow', onShow);
  channel?.addEventListener('message', onTold);
  return () => {
    channel?.removeEventListener('message', onTold);
    removeEventListener('storage', onStorage);
    removeEventListener('pageshow', onShow);
  };
}

function readMarks(): Marks {
  try {
    return newest(held, marksIn(JSON.parse(localStorage.getItem(SIGNED_OUT_KEY) ?? '{}')));
  } catch {
    return held;
  }
}

function marksIn(marks: unknown): Marks {
  if (typeof marks !== 'object' || marks === null) return {};
  return Object.fromEntries(
    Object.entries(marks).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

const newest = (some: Marks, others: Marks): Marks =>
  Object.fromEntries(
    [...Object.keys(some), ...Object.keys(others)].map((key) => [
      key,
      Math.max(ownValue(some, key) ?? 0, ownValue(others, key) ?? 0),
    ]),
  );
