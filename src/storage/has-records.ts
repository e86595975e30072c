import { database } from './database.ts';

/** Whether anything was ever kept there; false where the browser refuses storage. Cheap: nothing is read. */
export async function hasRecords(store: 'payments' | 'vault'): Promise<boolean> {
  try {
    return (await (await database()).count(store)) > 0;
  } catch {
    return false;
  }
}
