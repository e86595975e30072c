import 'fake-indexeddb/auto';
import { openDB, unwrap } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase, database, DATABASE_NAME, OPEN_LIMIT_MS } from './database.ts';
import { eraseDevice } from './erase.ts';
import { TRANSACTION_LIMIT_MS } from './limited-database.ts';
import { StorageSilent, useStorageWait } from './storage-wait.ts';

const silent = { name: 'StorageSilent' };
const waitsFor = () => useStorageWait.getState().waitsFor;
/** The stubs answer by `setImmediate`, which stays real. */
const soon = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('sessionStorage', { clear: () => undefined });
  vi.stubGlobal('localStorage', { clear: () => undefined });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await closeDatabase();
  await new Promise((done) => (indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = done));
  useStorageWait.setState({ waitsFor: null });
});

/** As a frozen tab, or one of an older version, does: it does not hear that a newer version is wanted. */
const heldByAnotherTab = (version: number) =>
  openDB(DATABASE_NAME, version, {
    upgrade: (db) => void db.createObjectStore('sessions'),
  });

/**
 * Another tab is frozen in the middle of a write, so requests to the same store wait for it. Returns what
 * resumes it.
 */
async function heldInAWrite(store: string): Promise<() => void> {
  const other = await openDB(DATABASE_NAME);
  const tx = unwrap(other).transaction(store, 'readwrite');
  let going = true;
  const again = () => {
    if (going) tx.objectStore(store).count().addEventListener('success', again);
  };
  again();
  return () => {
    going = false;
    other.close();
  };
}

test('A7: a database that another tab holds is waited for a few seconds, and is there as soon as that tab closes', async () => {
  const other = await heldByAnotherTab(1);
  const opening = database().catch((error: unknown) => error);
  for (let turn = 0; turn < 20; turn += 1) await soon();
  vi.advanceTimersByTime(OPEN_LIMIT_MS);
  expect(await opening).toMatchObject({
    ...silent,
    message: expect.stringMatching(/^Another tab of this page holds/),
  });
  expect(waitsFor()).toBe('other-tab');
  // Who comes now does not wait again.
  await expect(database()).rejects.toMatchObject(silent);
  other.close();
  await vi.waitFor(() => expect(waitsFor()).toBeNull());
  expect(await (await database()).count('withdrawals')).toBe(0);
});

test('A7: an open that never settles ends in a sentence', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => new IDBOpenDBRequest());
  const opening = database().catch((error: unknown) => error);
  await soon();
  vi.advanceTimersByTime(OPEN_LIMIT_MS);
  expect(await opening).toBeInstanceOf(StorageSilent);
  expect(waitsFor()).toBe('browser');
});

test('A7: a write behind a tab that stands still ends in a sentence, and is not made later', async () => {
  const db = await database();
  const goOn = await heldInAWrite('sessions');
  const read = db.get('sessions', 'ada').catch((error: unknown) => error);
  const write = db.put('sessions', { late: true }, 'ada').catch((error: unknown) => error);
  await soon();
  vi.advanceTimersByTime(TRANSACTION_LIMIT_MS);
  expect([await read, await write]).toMatchObject([silent, silent]);
  expect(waitsFor()).toBe('browser');
  goOn();
  for (let turn = 0; turn < 20; turn += 1) await soon();
  expect(await (await database()).count('sessions')).toBe(0);
  await vi.waitFor(() => expect(waitsFor()).toBeNull());
});

test('A7: erasing does not wait for ever for a tab that holds the database', async () => {
  const other = await heldByAnotherTab(4);
  const erasing = eraseDevice().catch((error: unknown) => error);
  for (let turn = 0; turn < 20; turn += 1) await soon();
  vi.advanceTimersByTime(60_000);
  expect(await erasing).toMatchObject(silent);
  other.close();
});

test('F11: after the browser closed the connection the next read or write opens a new one', async () => {
  await (await database()).put('sessions', { a: 1 }, 'ada');
  (await database()).close();
  expect(await (await database()).get('sessions', 'ada')).toEqual({ a: 1 });
  (await database()).close();
  const tx = (await database()).transaction('sessions', 'readwrite', { durability: 'strict' });
  await Promise.all([tx.store.put({ b: 2 }, 'bob'), tx.done]);
  expect(await (await database()).count('sessions')).toBe(2);
});

test('F11: a connection that the browser has lost fails once, and is replaced for the next read', async () => {
  await database();
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(() => {
    throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
  });
  const open = vi.spyOn(indexedDB, 'open');
  await expect((await database()).get('sessions', 'ada')).rejects.toThrow('lost');
  expect(await (await database()).get('sessions', 'ada')).toBeUndefined();
  expect(open).toHaveBeenCalledOnce();
});

test('a transaction that takes too long is one rejection for its caller, and no uncaught error besides', async () => {
  await database();
  const resume = await heldInAWrite('sessions');
  const uncaught: unknown[] = [];
  const note = (reason: unknown) => uncaught.push(reason);
  process.on('unhandledRejection', note);
  try {
    const { store, done } = (await database()).transaction('sessions', 'readwrite');
    const written = (async () => {
      await store.put({}, 'a');
      await done;
    })().catch((error: unknown) => error);
    for (let turn = 0; turn < 20; turn += 1) await soon();
    vi.advanceTimersByTime(TRANSACTION_LIMIT_MS);
    expect(await written).toMatchObject(silent);
    for (let turn = 0; turn < 20; turn += 1) await soon();
    expect(uncaught).toEqual([]);
  } finally {
    process.off('unhandledRejection', note);
    resume();
  }
});
