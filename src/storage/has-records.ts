import { database } from './database.ts';

type Store = 'payments' | 'vault';

/** How much was ever kept there. Cheap: nothing is read, and no reader's code is loaded. Rejects where the browser refuses storage. */
export const countRecords = async (store: Store): Promise<number> => (await database()).count(store);

/** Whether anything was ever kept there; false where the browser refuses storage. */
export const hasRecords = (store: Store): Promise<boolean> =>
  countRecords(store).then(
    (count) => count > 0,
    () => false,
  );
