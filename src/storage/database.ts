import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * The one IndexedDB database. What each store may hold:
 * - `sessions`: session tokens of accounts whose owner ticked "Keep me signed in" (lessons.md S24). Key: account id.
 * - `payments`: one row for each paid order, with the signed payload until its outcome is final. Key: row id. Never a card number.
 * - `chain-checks`: what "Check the chain" has read, to go on from there. Key: account id and network. Public data of the chain; goes with the account.
 * - `withdrawals`: one record for each withdrawal that was sent and is not yet matched with Laso's history. Key: record id.
 * - `reveals`: who looked at or copied which card detail when, for the owner to see. Never the detail itself.
 * - `vault`: gift-card codes and redemption links, each encrypted (vault.ts); beside them what a list shows. Key: entry id.
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

let opened: Promise<IDBPDatabase<LasoDatabase>> | null = null;

/** Opened once and kept. Rejects when the browser refuses storage (private mode, policy, full); a later call tries again. */
export function database(): Promise<IDBPDatabase<LasoDatabase>> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** `async`, so that a browser which refuses by throwing at once is a rejection like any other. */
async function open(): Promise<IDBPDatabase<LasoDatabase>> {
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
    // Another tab wants a newer version, or the browser closed us: open again when next needed.
    blocking: () => void closeDatabase(),
    terminated: () => void closeDatabase(),
  });
}

export async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing?.catch(() => null))?.close();
}
