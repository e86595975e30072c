import { deleteDB } from 'idb';
import { within } from '#domain/within.ts';
import { closeDatabase, DATABASE_NAME } from './database.ts';
import { storageSilent } from './storage-wait.ts';

/**
 * Other tabs close within moments. A frozen tab cannot, and must not keep the person waiting: the browser
 * deletes the database when that tab is gone.
 */
const DELETE_LIMIT_MS = 10_000;

/**
 * Deletes everything this origin has stored on this device: the database with the vault and its key, local
 * and session storage, caches. Other tabs close their connections to the database themselves. The caller
 * signs out first and reloads the page afterwards, which clears its memory. Rejects when the database could
 * not be deleted; local storage is then unchanged. It is cleared last because it holds the sign-out marks:
 * without them, codes and payments that could not be deleted would be readable by the next person.
 */
export async function eraseDevice(): Promise<void> {
  sessionStorage.clear();
  if ('caches' in globalThis) for (const name of await caches.keys()) await caches.delete(name);
  await closeDatabase();
  await within(DELETE_LIMIT_MS, deleteDB(DATABASE_NAME), () => storageSilent('other-tab'));
  localStorage.clear();
}
