import type { ProductHere } from '#payments/evidence.ts';
import { database } from '#storage/database.ts';
import { useHeldSecrets } from '#storage/held-secrets.ts';

/** A code or link is put away under its payment's own id; one that is locked now is there all the same. */
export async function productHere({ id }: { id: string }): Promise<ProductHere | null> {
  if ((await (await database()).count('vault', id)) > 0) return { kind: 'kept' };
  return useHeldSecrets.getState().entries.some((entry) => entry.id === id) ? { kind: 'held' } : null;
}
