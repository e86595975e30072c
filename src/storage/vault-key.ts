import type { IDBPDatabase } from 'idb';
import type { LasoDatabase } from './database.ts';

const KEY_NAME = 'aes-gcm-1';

/**
 * The key of this browser's vault, made when first needed. Non-extractable: no script can read it out, not
 * even ours; it only leaves the disk as a handle that encrypts and decrypts. Two tabs that make one at once
 * end with the same one.
 */
export async function vaultKey(db: IDBPDatabase<LasoDatabase>): Promise<CryptoKey> {
  const stored = await storedVaultKey(db);
  if (stored) return stored;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const tx = db.transaction('vault-keys', 'readwrite', { durability: 'strict' });
  const first: unknown = await tx.store.get(KEY_NAME);
  const [key] = await Promise.all([
    isKey(first) ? first : tx.store.put(made, KEY_NAME).then(() => made),
    tx.done,
  ]);
  return key;
}

/** For reading: null when there is none, so nothing could be decrypted. */
export async function storedVaultKey(db: IDBPDatabase<LasoDatabase>): Promise<CryptoKey | null> {
  const stored: unknown = await db.get('vault-keys', KEY_NAME);
  return isKey(stored) ? stored : null;
}

const isKey = (value: unknown): value is CryptoKey =>
  typeof CryptoKey !== 'undefined' && value instanceof CryptoKey;
