/** For tests: withdrawals as a page sends and looks at them, with a fresh Laso, database and locks for each test. */
import { beforeEach } from 'vitest';
import { readWithdrawals } from '#laso/get-withdrawal-status.ts';
import { ACCOUNT } from '#testing/laso-client.ts';
import { closeDatabase, DATABASE_NAME } from '#storage/database.ts';
import { sendWithdrawal } from '../withdraw/mutations.ts';
import { meetRecords, settleRecords } from '../withdraw/settle-records.ts';
import { pageTime, waitedAt } from '../withdraw/since-end.ts';
import { modelLaso, modelLocks } from './withdrawal-builders.ts';
import { isOpenWithdrawal, readRecords } from '../withdraw/withdrawal-record.ts';
import { letGoBy } from '../withdraw/withdrawal-rules.ts';

/** Import `fake-indexeddb/auto` first. */
export function aPage() {
  const page = { model: modelLaso(), locks: modelLocks() };
  beforeEach(async () => {
    await closeDatabase();
    indexedDB.deleteDatabase(DATABASE_NAME);
    page.model = modelLaso();
    page.locks = modelLocks();
  });

  const open = async () => (await readRecords(ACCOUNT)).filter(isOpenWithdrawal);
  /** What the page does with every read of the history. */
  const look = async (readFromMs?: number) => {
    await meetRecords(ACCOUNT);
    const fromMs = readFromMs ?? pageTime();
    const { laso } = page.model;
    const history = await readWithdrawals(laso.client, ACCOUNT);
    await settleRecords({ laso, history, readFromMs: fromMs }, page.locks);
  };
  return Object.assign(page, {
    send: (seenIds = page.model.history.map(({ id }) => id), amountCents = 1000) =>
      sendWithdrawal({ laso: page.model.laso, amountCents, seenIds, locks: page.locks }),
    open,
    states: async () => (await readRecords(ACCOUNT)).map(({ state }) => state),
    look,
    /** The same, so long after the open one's request has ended. */
    lookAfter: async (waitedMs: number) => {
      await meetRecords(ACCOUNT);
      const [{ id } = { id: '' }] = await open();
      const now = pageTime();
      // A little more: the differences of such numbers are not exact.
      await look(now - (waitedAt(id, now) ?? 0) + waitedMs + 0.01);
    },
    waysOut: async () => (await open()).map(letGoBy),
  });
}
