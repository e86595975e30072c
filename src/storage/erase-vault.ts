import { database } from './database.ts';
import { VaultError } from './vault-error.ts';

/**
 * Removes every kept code and link for good, of one account or of all, locked ones too; with all of them also the key, so that remains on the
 * disk open nothing. Ask twice before (product.md §1). VaultError `unavailable` when the browser refuses: then all is still there.
 */
export async function eraseVault(account?: string): Promise<void> {
  try {
    const db = await database();
    const tx = db.transaction(['vault', 'vault-keys'], 'readwrite', { durability: 'strict' });
    const vault = tx.objectStore('vault');
    if (account === undefined) {
      await Promise.all([vault.clear(), tx.objectStore('vault-keys').clear(), tx.done]);
      return;
    }
    const [keys, values] = await Promise.all([vault.getAllKeys(), vault.getAll()]);
    const owned = keys.filter((_, at) => ownerOf(values[at]) === account);
    await Promise.all([...owned.map((key) => vault.delete(key)), tx.done]);
  } catch (cause) {
    throw new VaultError('unavailable', cause);
  }
}

/** Also of a damaged entry. */
const ownerOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, 'account') : undefined;
