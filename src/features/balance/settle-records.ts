import type { AccountId } from '#domain/account.ts';
import type { Withdrawal } from '#domain/withdrawal.ts';
import { withFreeLock, type Locks } from '#storage/free-lock.ts';
import { matchHistory, type HistoryMatch } from './match-history.ts';
import { readRecords, removeRecord, writeRecord } from './withdrawal-record.ts';

/** One sending at a time over all tabs: a second one is refused. */
export const sendingLock = (account: AccountId): string => `laso-withdraw:${account}`;
/** Held while sending, and for moments by each look at what was sent: a sender waits for a look, a look skips a sender. */
export const recordsLock = (account: AccountId): string => `laso-withdraw-records:${account}`;

/**
 * Compares what this device sent with the history and keeps the result. Skipped while a withdrawal is being sent here or in another tab. Rejects
 * when storage refuses.
 */
export async function settleRecords(
  account: AccountId,
  history: readonly Withdrawal[],
  readFromMs: number,
  locks?: Locks,
): Promise<void> {
  await withFreeLock(recordsLock(account), () => settleUnderLock(account, history, readFromMs), locks);
}

/** The same for who holds the lock already. */
export async function settleUnderLock(
  account: AccountId,
  history: readonly Withdrawal[],
  readFromMs: number,
): Promise<HistoryMatch[]> {
  const matches = matchHistory(await readRecords(account), history);
  for (const match of matches) await settle(match, readFromMs);
  return matches;
}

async function settle({ record, found }: HistoryMatch, readFromMs: number): Promise<void> {
  if (record.state === 'several') return;
  // A list that was asked for before the end says nothing about it. Without an end the page died while sending, which is long over.
  const endedAtMs = record.endedAtMs ?? record.startedAtMs;
  if (readFromMs < endedAtMs) return;
  const ids = found.map(({ id }) => id);
  if (found.length > 1) return writeRecord({ ...record, state: 'several', foundIds: ids });
  if (found.length === 1 || record.answeredId !== null) return removeRecord(record.id);
  return writeRecord({ ...record, state: 'unknown', endedAtMs, lookedAtMs: readFromMs });
}
