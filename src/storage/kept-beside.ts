import { useUnsavedSecrets } from './unsaved-secrets.ts';
import { sameSecret } from './vault-cipher.ts';
import type { NewVaultEntry, Vault } from './vault.ts';

/**
 * Whether this device already has the same secret from another payment: then the answer with it is an old
 * one. Locked and damaged entries cannot be compared. Rejects when the vault cannot be read.
 */
export async function isKeptBeside(
  vault: Pick<Vault, 'list' | 'read'>,
  { id, kind, secret }: Pick<NewVaultEntry, 'id' | 'kind' | 'secret'>,
): Promise<boolean> {
  const held = useUnsavedSecrets.getState().entries;
  if (held.some((entry) => entry.id !== id && sameSecret(entry.secret, secret))) return true;
  // "id~2" is a second secret of the same payment (vault.ts).
  const others = (await vault.list()).filter((item) => item.kind === kind && item.id.split('~')[0] !== id);
  const same = await Promise.all(
    others.map((item) =>
      vault.read(item.id).then(
        (kept) => sameSecret(kept, secret),
        () => false,
      ),
    ),
  );
  return same.includes(true);
}
