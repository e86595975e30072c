import type { IDBPDatabase } from 'idb';
import * as z from 'zod/mini';
import type { LasoDatabase } from './database.ts';
import { sameSecret, seal, unseal, type VaultSecret } from './vault-cipher.ts';
import {
  vaultEntrySchema,
  vaultItemSchema,
  type VaultEntry,
  type VaultItem,
  type VaultMark,
} from './vault-entry.ts';
import { VaultError } from './vault-error.ts';
import { storedVaultKey, vaultKey } from './vault-key.ts';

export type NewVaultEntry = Omit<VaultItem, 'savedAtMs' | 'usedAtMs' | 'doneAtMs'> & {
  readonly secret: VaultSecret;
};

/**
 * Codes and redemption links that this browser stores (product.md §6): Laso sends them once and lists them
 * nowhere.
 */
export interface Vault {
  /**
   * Resolves when the entry is on the disk; only then may its payment count as delivered. An existing entry
   * is never replaced: the same secret is a repeat, another one is stored beside it. VaultError `unavailable`
   * or `unwritable`: the secret is not stored.
   */
  putSecret(entry: NewVaultEntry): Promise<void>;
  /** Newest first, without the secrets; without those of signed-out accounts. Of one account, or of all. */
  list(account?: string): Promise<VaultItem[]>;
  /** VaultError `locked`, `missing`, `damaged`, `unavailable`. */
  read(id: string): Promise<VaultSecret>;
  /** Notes when it was saved, used or completed; `null` takes that back. */
  mark(id: string, mark: VaultMark, atMs: number | null): Promise<void>;
  /** For good. */
  remove(id: string): Promise<void>;
}

interface VaultOptions {
  open: () => Promise<IDBPDatabase<LasoDatabase>>;
  /** Whether the entry's account was signed out on this device since. */
  isLocked: (entry: Pick<VaultItem, 'account' | 'boughtAtMs'>) => boolean;
}

const MARKED: Record<VaultMark, 'savedAtMs' | 'usedAtMs' | 'doneAtMs'> = {
  saved: 'savedAtMs',
  used: 'usedAtMs',
  done: 'doneAtMs',
};

export function createVault({ open, isLocked }: VaultOptions): Vault {
  const opened = () => open().catch(failWith('unavailable'));

  async function entryOf(id: string): Promise<VaultEntry> {
    const db = await opened();
    const stored: unknown = await db.get('vault', id).catch(failWith('unavailable'));
    if (stored === undefined) throw new VaultError('missing');
    const parsed = z.safeParse(vaultEntrySchema, stored);
    if (!parsed.success) throw new VaultError('damaged');
    if (isLocked(parsed.data)) throw new VaultError('locked');
    return parsed.data;
  }

  async function read(id: string): Promise<VaultSecret> {
    const entry = await entryOf(id);
    const key = await storedVaultKey(await opened()).catch(failWith('unavailable'));
    if (!key) throw new VaultError('damaged');
    // Without a cause: a parser's complaint would quote the plain text.
    return unseal(key, entry.sealed, entry).catch(() => {
      throw new VaultError('damaged');
    });
  }

  return {
    read,
    async putSecret({ secret, ...fields }) {
      // Outside https there is no encryption, and nothing is ever kept in plain text instead.
      if (!globalThis.crypto?.subtle) throw new VaultError('unavailable');
      const db = await opened();
      try {
        const key = await vaultKey(db);
        const id = await freeId(db, fields.id, secret, read);
        if (id === null) return;
        const sealed = await seal(key, secret, { id, account: fields.account });
        const item = { ...fields, id, savedAtMs: null, usedAtMs: null, doneAtMs: null };
        const entry = z.parse(vaultEntrySchema, { ...item, sealed });
        // strict: resolved means flushed. `add`: what another tab kept meanwhile is not written over.
        const tx = db.transaction('vault', 'readwrite', { durability: 'strict' });
        await Promise.all([tx.store.add(entry, id), tx.done]);
      } catch (cause) {
        throw cause instanceof VaultError && cause.kind === 'unavailable'
          ? cause
          : new VaultError('unwritable', cause);
      }
    },
    async list(account) {
      const db = await opened();
      const stored: unknown[] = await db.getAll('vault').catch(failWith('unavailable'));
      return stored
        .flatMap((value) => {
          const entry = z.safeParse(vaultItemSchema, value);
          return entry.success ? [entry.data] : [];
        })
        .filter((item) => (account === undefined || item.account === account) && !isLocked(item))
        .toSorted((a, b) => b.boughtAtMs - a.boughtAtMs);
    },
    async mark(id, mark, atMs) {
      await entryOf(id);
      const db = await opened();
      try {
        const tx = db.transaction('vault', 'readwrite', { durability: 'strict' });
        // Read again inside the transaction: another tab may have marked it just now.
        const now = z.parse(vaultEntrySchema, await tx.store.get(id));
        await Promise.all([tx.store.put({ ...now, [MARKED[mark]]: atMs }, id), tx.done]);
      } catch (cause) {
        throw new VaultError('unwritable', cause);
      }
    },
    async remove(id) {
      await entryOf(id);
      const tx = (await opened()).transaction('vault', 'readwrite', { durability: 'strict' });
      await Promise.all([tx.store.delete(id), tx.done]).catch(failWith('unavailable'));
    },
  };
}

/** Under which id the secret may be added; null when exactly this is there already. */
async function freeId(
  db: IDBPDatabase<LasoDatabase>,
  wanted: string,
  secret: VaultSecret,
  read: Vault['read'],
): Promise<string | null> {
  for (let attempt = 1; ; attempt += 1) {
    const id = attempt === 1 ? wanted : `${wanted}~${attempt}`;
    if ((await db.getKey('vault', id)) === undefined) return id;
    const kept = await read(id).catch(() => null);
    if (kept && sameSecret(kept, secret)) return null;
  }
}

const failWith =
  (kind: VaultError['kind']) =>
  (cause: unknown): never => {
    throw cause instanceof VaultError ? cause : new VaultError(kind, cause);
  };
