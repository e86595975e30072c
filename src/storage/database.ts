import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { within } from '#domain/within.ts';
import { isBroken, limitedDatabase } from './limited-database.ts';
import { storageAnswered, StorageSilent, storageSilent } from './storage-wait.ts';

/**
 * The one IndexedDB database. What each store may hold:
 * - `sessions`: session tokens of accounts with "Keep me signed in" ticked (lessons.md S24). Key: account id.
 * - `payments`: one row for each paid order, with the signed payload until its outcome is final. Key: row id.
 *   Never a card number.
 * - `chain-checks`: what "Check the chain" has read, so that it can resume. Key: account id and network.
 *   Public data of the chain; deleted with the account.
 * - `withdrawals`: one record for each withdrawal that was sent and is not yet matched with Laso's history.
 *   Key: record id.
 * - `reveals`: who looked at or copied which card detail when, for the owner to see. Never the detail itself.
 * - `vault`: gift-card codes and redemption links, each encrypted (vault.ts); beside them what a list shows.
 *   Key: entry id.
 * - `vault-keys`: the vault's non-extractable key (vault-key.ts).
 */
export interface LasoDatabase extends DBSchema {
  reveals: { key: number; value: unknown };
  sessions: { key: string; value: unknown };
  payments: { key: string; value: unknown };
  'chain-checks': { key: string; value: unknown };
  vault: { key: string; value: unknown };
  'vault-keys': { key: string; value: unknown };
  withdrawals: { key: string; value: unknown };
}

export const DATABASE_NAME = 'laso';
const VERSION = 4;

/**
 * A healthy database opens in milliseconds; one that must be upgraded waits until other tabs have closed
 * theirs.
 */
export const OPEN_LIMIT_MS = 5_000;

type Database = IDBPDatabase<LasoDatabase>;

interface Opening {
  readonly db: Promise<Database>;
  /**
   * Like `db`, but it rejects with `StorageSilent` after the time limit. `db` may still resolve later; then
   * the next caller gets it.
   */
  readonly inTime: Promise<Database>;
  /** What callers use; null until it is open. */
  limited: Database | null;
}

let opening: Opening | null = null;

/**
 * Opens the database once and keeps the connection. Rejects when the browser refuses storage (private mode,
 * policy, full), or with `StorageSilent` when it does not answer in time; a later call tries again. A
 * connection that the browser closed (iOS does so in the background) is replaced.
 */
export async function database(): Promise<Database> {
  const first = opening ?? startOpening();
  const db = await usable(first);
  if (isAlive(db)) return db;
  forget(first);
  return usable(opening ?? startOpening());
}

const usable = async (now: Opening): Promise<Database> => now.limited ?? limit(now, await now.inTime);

function limit(of: Opening, db: Database): Database {
  of.limited ??= limitedDatabase(db, () => forget(of));
  return of.limited;
}

/** Any use of a closed connection throws at once. An empty transaction costs nothing and holds nothing up. */
function isAlive(db: Database): boolean {
  try {
    db.transaction('sessions');
    return true;
  } catch (error) {
    return !isBroken(error);
  }
}

function startOpening(): Opening {
  let blocked = false;
  const db = open(() => (blocked = true));
  const inTime = within(OPEN_LIMIT_MS, db, () => storageSilent(blocked ? 'other-tab' : 'browser'));
  const now: Opening = { db, inTime, limited: null };
  opening = now;
  inTime.catch((error: unknown) => {
    if (!(error instanceof StorageSilent)) return forget(now);
    // An answer that comes after all, even a refusal, ends the wait.
    return db
      .then(
        (opened) => limit(now, opened),
        () => forget(now),
      )
      .finally(storageAnswered);
  });
  return now;
}

/** `async`, so that a browser which refuses by throwing at once is a rejection like any other. */
async function open(onBlocked: () => void): Promise<Database> {
  return openDB<LasoDatabase>(DATABASE_NAME, VERSION, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('sessions');
        db.createObjectStore('payments');
        db.createObjectStore('reveals', { autoIncrement: true });
      }
      if (from < 2) db.createObjectStore('chain-checks');
      if (from < 3) {
        db.createObjectStore('vault');
        db.createObjectStore('vault-keys');
      }
      if (from < 4) db.createObjectStore('withdrawals');
    },
    // A tab that cannot hear of it (frozen, or of a version without this) holds us up.
    blocked: onBlocked,
    // Another tab wants a newer version, or the browser closed us: open again when next needed.
    blocking: () => void closeDatabase(),
    terminated: () => void closeDatabase(),
  });
}

/** The next caller opens a new connection; this one is closed as soon as it can be. */
function forget(gone: Opening): void {
  if (opening === gone) opening = null;
  gone.db.then((db) => db.close()).catch(() => undefined);
}

/** Does not wait for a connection that never opens. */
export async function closeDatabase(): Promise<void> {
  const closing = opening;
  if (!closing) return;
  forget(closing);
  await closing.inTime.catch(() => null);
}
