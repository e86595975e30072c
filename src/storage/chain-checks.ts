import { database } from './database.ts';

/** One record for each account and network. */
const keyOf = (accountId: string, network: string): string => `${accountId} ${network}`;

/** Whatever is stored, undefined when nothing is. Rejects when the browser refuses storage. */
export async function loadChainCheck(accountId: string, network: string): Promise<unknown> {
  return (await database()).get('chain-checks', keyOf(accountId, network));
}

export async function saveChainCheck(accountId: string, network: string, check: object): Promise<void> {
  await (await database()).put('chain-checks', check, keyOf(accountId, network));
}

/**
 * Deletes everything that was read about the account (product.md §1), or about all accounts without an
 * argument. Storage that is refused holds nothing to delete.
 */
export async function deleteChainChecks(accountId?: string): Promise<void> {
  try {
    const db = await database();
    if (accountId === undefined) await db.clear('chain-checks');
    // Everything that starts with the account's id and a space.
    else await db.delete('chain-checks', IDBKeyRange.bound(`${accountId} `, `${accountId}!`, false, true));
  } catch {
    // Nothing was stored either.
  }
}
