import { database } from './database.ts';

type Store = 'payments' | 'vault';

/**
 * The number of records in the store. Cheap: reads no record and loads no reader's code. Rejects where the
 * browser refuses storage.
 */
export const countRecords = async (store: Store): Promise<number> => (await database()).count(store);

/** Whether the store holds any record; false where the browser refuses storage. */
export const hasRecords = (store: Store): Promise<boolean> =>
  countRecords(store).then(
    (count) => count > 0,
    () => false,
  );
