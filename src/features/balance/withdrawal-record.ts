import * as z from 'zod/mini';
import type { AccountId } from '#domain/account.ts';
import { database } from '#storage/database.ts';
import { refusalSchema } from './withdrawal-refusal.ts';

/**
 * A withdrawal as this device knows it, from before it is sent until Laso's history has told what became of it: `POST /withdraw` has no
 * idempotency, so without this record a lost answer would invite a second one (lessons.md R26).
 */
const recordSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  accountId: z.string(),
  amountCents: z.int(),
  startedAtMs: z.number(),
  /** Withdrawals that were in the history before: what is not among them is new. */
  knownIds: z.array(z.string()),
  /** `several`: the history shows more than one. */
  state: z.enum(['sending', 'unknown', 'several']),
  /** When it was over without an answer; null while it is being sent, or when the page died. */
  endedAtMs: z.nullable(z.number()),
  /** Laso answered with this withdrawal: the history only has to show that it is the only one. */
  answeredId: z.nullable(z.string()),
  /** Laso refused it, but not for certain. */
  refusal: z.optional(z.nullable(refusalSchema)),
  /** The history was last read from this moment on, and held nothing of it. */
  lookedAtMs: z.nullable(z.number()),
  /** With `several`: all of them. */
  foundIds: z.array(z.string()),
});
export type WithdrawalRecord = z.infer<typeof recordSchema>;

/** Nobody knows yet whether it was made. */
export const isOpen = (record: WithdrawalRecord): boolean =>
  record.state !== 'several' && record.answeredId === null;

/** Oldest first. A damaged record is left where it is and out of the list. Rejects when storage refuses. */
export async function readRecords(account: AccountId): Promise<WithdrawalRecord[]> {
  const stored = await (await database()).getAll('withdrawals');
  return stored
    .flatMap((value) => {
      const parsed = z.safeParse(recordSchema, value);
      return parsed.success && parsed.data.accountId === account ? [parsed.data] : [];
    })
    .toSorted((a, b) => a.startedAtMs - b.startedAtMs);
}

/** Resolves when it is on the disk. */
export async function writeRecord(record: WithdrawalRecord): Promise<void> {
  const tx = (await database()).transaction('withdrawals', 'readwrite', { durability: 'strict' });
  await Promise.all([tx.store.put(record, record.id), tx.done]);
}

export async function removeRecord(id: string): Promise<void> {
  await (await database()).delete('withdrawals', id);
}

/** So long after the end a server may still be working on a request whose connection is gone. */
export const LET_GO_AFTER_MS = 60_000;

/** The history was read late enough after the end and does not show it: another one may be sent, if the person says so. */
export const mayLetGo = (record: WithdrawalRecord): boolean =>
  record.lookedAtMs !== null &&
  record.lookedAtMs >= (record.endedAtMs ?? record.startedAtMs) + LET_GO_AFTER_MS;
