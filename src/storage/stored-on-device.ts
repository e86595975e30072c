import { database } from './database.ts';

/** How many entries each store of the database holds. Empty where storage is refused. */
export async function countStored(): Promise<ReadonlyMap<string, number>> {
  try {
    const db = await database();
    const names = [...db.objectStoreNames];
    const counts = await Promise.all(names.map((name) => db.count(name)));
    return new Map(names.map((name, at) => [name, counts[at] ?? 0]));
  } catch {
    return new Map();
  }
}
