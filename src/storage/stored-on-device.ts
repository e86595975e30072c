import * as z from 'zod/mini';
import { database } from './database.ts';
import { isUnused, vaultItemSchema } from './vault-entry.ts';

/** How many entries each store of the database holds. Rejects where storage is refused. */
export async function countStored(): Promise<ReadonlyMap<string, number>> {
  const db = await database();
  const names = [...db.objectStoreNames];
  const counts = await Promise.all(names.map((name) => db.count(name)));
  return new Map(names.map((name, at) => [name, counts[at] ?? 0]));
}

/**
 * The number of codes and links that may still be worth money: of every account, including locked and damaged
 * ones. Rejects where storage is refused.
 */
export async function countUnusedCodes(): Promise<number> {
  const stored: unknown[] = await (await database()).getAll('vault');
  return stored.filter((value) => {
    const item = z.safeParse(vaultItemSchema, value);
    return !item.success || isUnused(item.data);
  }).length;
}
