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

/** Notes on this device that a detail of a card was looked at or copied; never the detail (lessons.md S12). A refusing storage hides nothing else. */
export async function logReveal(accountId: AccountId, cardId: string, action: RevealAction): Promise<void> {
  try {
    const entry: RevealEntry = { accountId, cardId, action, atMs: Date.now() };
    await (await database()).add('reveals', entry);
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
