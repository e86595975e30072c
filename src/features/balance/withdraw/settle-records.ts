import type { AccountId } from '#domain/account.ts';
import { getAccountBalance, type AccountBalance } from '#laso/get-account-balance.ts';
import type { WithdrawalHistory } from '#laso/get-withdrawal-status.ts';
import type { Laso } from '#session/laso-context.ts';
import { withdrawalRecordsLock } from '#storage/keys.ts';
import type { Locks } from '#storage/lock-in-time.ts';
import { withLock, withLockIfFree } from '#storage/locks.ts';
import { isAfterMeeting, meet, noteEnd, waitedAt } from './since-end.ts';
import {
  isOpenWithdrawal,
  readRecords,
  removeRecord,
  writeRecord,
  type WithdrawalRecord,
} from './withdrawal-record.ts';
import { isOver, LET_GO_AFTER_MS, looked } from './withdrawal-rules.ts';

/** To be called before the history is read: only what was known then is judged by it. */
export async function meetRecords(account: AccountId): Promise<void> {
  for (const record of await readRecords(account)) {
    meet(record.id);
    if (record.endedAtMs !== null) noteEnd(record.id);
  }
}

interface HistoryRead {
  laso: Laso;
  history: WithdrawalHistory;
  /** `pageTime()` when the history was asked for. */
  readFromMs: number;
}

/**
 * Compares what this device sent with the history, and the balance where an open one has waited long enough, and keeps the result. Skipped while
 * a withdrawal is being sent here or in another tab. Rejects when storage refuses.
 */
export async function settleRecords(read: HistoryRead, locks?: Locks): Promise<void> {
  const { laso, readFromMs } = read;
  const isLate = (await readRecords(laso.account)).some(
    (one) => isOpenWithdrawal(one) && (waitedAt(one.id, readFromMs) ?? 0) >= LET_GO_AFTER_MS,
  );
  const balance = isLate ? await getAccountBalance(laso.client, laso.account).catch(() => null) : null;
  await withLockIfFree(withdrawalRecordsLock(laso.account), () => settleUnderLock(read, balance), locks);
}

/** The same for who holds the lock already. */
export async function settleUnderLock(
  { laso, history, readFromMs }: HistoryRead,
  balance: AccountBalance | null = null,
): Promise<WithdrawalRecord[]> {
  const records = await readRecords(laso.account);
  // Under the lock nothing is being sent: what still says so is left by a page that died.
  for (const { id } of records) noteEnd(id);
  const waitedMs = ({ id }: WithdrawalRecord) => waitedAt(id, readFromMs);
  const isAfter = ({ id }: WithdrawalRecord) => isAfterMeeting(id, readFromMs);
  const nowMs = Date.now();
  const after = looked(records, { history, balance, waitedMs, isAfter, nowMs });
  for (const [at, record] of after.entries()) {
    if (isOver(record, nowMs)) await removeRecord(record.id);
    else if (record !== records[at]) await writeRecord(record);
  }
  return after;
}

/** What the person does to a record, as it is on the disk now. Rejects when storage refuses. */
export async function changeRecord(
  { account }: Pick<Laso, 'account'>,
  id: string,
  change: (record: WithdrawalRecord) => WithdrawalRecord,
): Promise<void> {
  await withLock({ name: withdrawalRecordsLock(account) }, async () => {
    const record = (await readRecords(account)).find((one) => one.id === id);
    if (record) await writeRecord(change(record));
  });
}
