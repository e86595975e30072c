import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { database } from '#storage/database.ts';

export type RevealAction =
  'revealed-number' | 'revealed-cvv' | 'copied-number' | 'copied-expiry' | 'copied-cvv';

const entrySchema = z.object({
  accountId: z.string(),
  cardId: z.string(),
  action: z.string(),
  atMs: z.number(),
});
export type RevealEntry = z.infer<typeof entrySchema>;

/** The newest that are kept, over all cards and accounts. */
export const KEPT_REVEALS = 500;

/** Notes on this device that a detail of a card was looked at or copied; never the detail (lessons.md S12). A refusing storage hides nothing else. */
export async function logReveal(accountId: AccountId, cardId: string, action: RevealAction): Promise<void> {
  try {
    const entry: RevealEntry = { accountId, cardId, action, atMs: Date.now() };
    const { store, done } = (await database()).transaction('reveals', 'readwrite');
    await store.add(entry);
    const surplus = (await store.count()) - KEPT_REVEALS;
    // Keys count up: the first ones are the oldest.
    if (surplus > 0) for (const key of await store.getAllKeys(null, surplus)) await store.delete(key);
    await done;
  } catch {
    // The log is a courtesy; the person is looking at the card already.
  }
}

/** Newest first; of one card, or of all. */
export async function readRevealLog(accountId: AccountId, cardId?: string): Promise<RevealEntry[]> {
  const stored = await (await database()).getAll('reveals');
  return stored
    .flatMap((value) => {
      const entry = z.safeParse(entrySchema, value);
      return entry.success &&
        entry.data.accountId === accountId &&
        (cardId === undefined || entry.data.cardId === cardId)
        ? [entry.data]
        : [];
    })
    .toReversed();
}
