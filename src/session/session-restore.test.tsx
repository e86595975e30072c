import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { accountIdOf, type AccountId } from '#domain/account.ts';
import { closeDatabase, database, DATABASE_NAME, OPEN_LIMIT_MS } from '#storage/database.ts';
import { SESSIONS_KEY } from '#storage/keys.ts';
import { useStorageWait } from '#storage/storage-wait.ts';
import { restoreSessions, signIn, useSessions } from './session-store.ts';

const ADA = accountIdOf('0xAda');
const BOB = accountIdOf('0xB0b');
const session = (accountId: AccountId, keep: boolean, signedInAtMs = 1_000) => ({
  accountId,
  userId: accountId,
  tokens: { idToken: `id-${accountId}`, refreshToken: 'refresh', expiresAtMs: 9e12 },
  keep,
  signedInAtMs,
});
const accounts = () =>
  useSessions
    .getState()
    .sessions.map(({ accountId }) => accountId)
    .toSorted();
const enter = (accountId: AccountId, keep: boolean) =>
  signIn({ accountId, userId: accountId, tokens: session(accountId, keep).tokens, keep });

/** A tab of the version before, which cannot hear that this one wants a newer database. */
const heldByAnotherTab = async () => {
  const other = await openDB(DATABASE_NAME, 1, {
    upgrade(db) {
      for (const store of ['sessions', 'payments']) db.createObjectStore(store);
      db.createObjectStore('reveals', { autoIncrement: true });
    },
  });
  await other.put('sessions', session(ADA, true), ADA);
  return other;
};
const restoredAfterTheLimit = async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const restoring = restoreSessions();
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  vi.advanceTimersByTime(OPEN_LIMIT_MS);
  await restoring;
  vi.useRealTimers();
};

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  useSessions.setState({ sessions: [], active: null, showAll: false });
  await closeDatabase();
  await new Promise((done) => (indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = done));
});
afterEach(() => void vi.useRealTimers());

test('A7: this tab’s sessions are there in time, and the kept ones when the other tab lets go', async () => {
  sessionStorage.setItem(SESSIONS_KEY, JSON.stringify([session(BOB, false)]));
  const other = await heldByAnotherTab();
  await restoredAfterTheLimit();
  expect(accounts()).toEqual([BOB]);
  other.close();
  await vi.waitFor(() => expect(accounts()).toEqual([ADA, BOB].toSorted()));
  expect(useSessions.getState().active).toBe(BOB);
});

test('A7: a sign-in while another tab holds the database is kept in this tab, and on the device when that tab lets go', async () => {
  const other = await heldByAnotherTab();
  await restoredAfterTheLimit();
  await enter(BOB, true);
  expect(sessionStorage.getItem(SESSIONS_KEY)).toContain(BOB);
  other.close();
  await vi.waitFor(async () => expect(await (await database()).getKey('sessions', BOB)).toBe(BOB));
  await vi.waitFor(() => expect(sessionStorage.getItem(SESSIONS_KEY)).toBeNull());
  expect(accounts()).toEqual([ADA, BOB].toSorted());
});

test('A7: a sign-in for this tab only takes back what the device kept, as soon as it can', async () => {
  const other = await heldByAnotherTab();
  await restoredAfterTheLimit();
  await enter(ADA, false);
  other.close();
  await vi.waitFor(async () => expect(await (await database()).count('sessions')).toBe(0));
  expect(useSessions.getState().sessions).toMatchObject([{ accountId: ADA, keep: false }]);
  expect(useStorageWait.getState().waitsFor).toBeNull();
});
