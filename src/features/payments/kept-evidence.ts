import type { ProductHere } from '#payments/reconcile/evidence.ts';
import { database } from '#storage/database.ts';
import { useUnsavedSecrets } from '#storage/unsaved-secrets.ts';

/** A code or link is put away under its payment's own id; one that is locked now is there all the same. */
export async function productHere({ id }: { id: string }): Promise<ProductHere | null> {
  if ((await (await database()).count('vault', id)) > 0) return { kind: 'kept' };
  return useUnsavedSecrets.getState().entries.some((entry) => entry.id === id) ? { kind: 'held' } : null;
}
