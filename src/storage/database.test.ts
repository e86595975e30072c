import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { closeDatabase, database, DATABASE_NAME } from './database.ts';

afterEach(async () => {
  await closeDatabase();
  indexedDB.deleteDatabase(DATABASE_NAME);
});

test('a database of the first version keeps all it holds and gets the vault', async () => {
  const old = await openDB(DATABASE_NAME, 1, {
    upgrade(db) {
      db.createObjectStore('sessions');
      db.createObjectStore('payments');
      db.createObjectStore('reveals', { autoIncrement: true });
    },
  });
  await old.put('sessions', { a: 1 }, 'account');
  await old.put('payments', { b: 2 }, 'row');
  await old.add('reveals', { c: 3 });
  old.close();

  const db = await database();
  expect([...db.objectStoreNames]).toEqual(
    expect.arrayContaining(['chain-checks', 'payments', 'reveals', 'sessions', 'vault', 'vault-keys']),
  );
  expect(await db.get('sessions', 'account')).toEqual({ a: 1 });
  expect(await db.get('payments', 'row')).toEqual({ b: 2 });
  expect(await db.getAll('reveals')).toEqual([{ c: 3 }]);
  expect(await db.count('vault')).toBe(0);
});

test('a database of the second version, with what the chain gave, gets the vault too', async () => {
  const old = await openDB(DATABASE_NAME, 2, {
    upgrade(db) {
      for (const store of ['sessions', 'payments', 'chain-checks']) db.createObjectStore(store);
      db.createObjectStore('reveals', { autoIncrement: true });
    },
  });
  await old.put('chain-checks', { seen: 7 }, 'account');
  old.close();
  const db = await database();
  expect(await db.get('chain-checks', 'account')).toEqual({ seen: 7 });
  expect(await db.count('vault')).toBe(0);
});

test('a new database has every store at once', async () => {
  const db = await database();
  for (const store of ['chain-checks', 'payments', 'reveals', 'sessions', 'vault', 'vault-keys'] as const)
    expect(await db.count(store)).toBe(0);
});
