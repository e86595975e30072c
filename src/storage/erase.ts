import { deleteDB } from 'idb';
import { within } from '#domain/within.ts';
import { closeDatabase, DATABASE_NAME } from './database.ts';
import { storageSilent } from './storage-wait.ts';

/** Other tabs close within moments. One that cannot (frozen) must not leave the person waiting; the browser deletes it when that tab is gone. */
export const DELETE_LIMIT_MS = 10_000;

/**
 * Everything this origin has put on this device: the database with the vault and its key, local and session storage, caches. Other tabs close
 * their hold on the database by themselves. The caller signs out first, and loads the page anew afterwards: what a page holds in memory goes
 * with it. Rejects when the database could not be deleted: then local storage is as it was. It goes last, for the marks of sign-outs are in it,
 * and without them codes and payments that could not be deleted would be open to whoever comes.
 */
export async function eraseDevice(): Promise<void> {
  sessionStorage.clear();
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
  await closeDatabase();
  await within(DELETE_LIMIT_MS, deleteDB(DATABASE_NAME), () => storageSilent('other-tab'));
  localStorage.clear();
}
