import 'fake-indexeddb/auto';
import { openDB, unwrap } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase, database, DATABASE_NAME } from '#storage/database.ts';
import { useStorageWait } from '#storage/storage-wait.ts';
import { createJournal } from './journal.ts';
import { payOrder } from '../pay/pay.ts';
import { PAYER, reviewOf, signedPayment } from '../testing/order-builders.ts';

const STEPS = ['signing', 'signed', 'sent'] as const;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(async () => {
  vi.useRealTimers();
  await (await database()).clear('payments');
  await closeDatabase();
  useStorageWait.setState({ waitsFor: null });
});

/** Another tab stands still in the middle of a write from now on. */
async function holdPayments(): Promise<() => void> {
  const other = await openDB(DATABASE_NAME);
  const tx = unwrap(other).transaction('payments', 'readwrite');
  let going = true;
  const again = () => {
    if (going) tx.objectStore('payments').count().addEventListener('success', again);
  };
  again();
  return () => {
    going = false;
    other.close();
  };
}

test.each(STEPS)(
  'A7: storage that goes silent when "%s" is written ends in a sentence, and nothing is sent',
  async (step) => {
    const journal = createJournal({ open: database });
    await journal.list();
    let goOn = () => {};
    const held = STEPS.indexOf(step);
    const hold = async (at: number) => {
      if (at === held) goOn = await holdPayments();
    };
    const send = vi.fn();
    const sign = vi.fn(async () => {
      await hold(1);
      return signedPayment();
    });
    let commits = 0;
    const paying = payOrder({
      review: reviewOf(),
      signer: { payer: PAYER, sign },
      journal: {
        ...journal,
        commit: async (row) => {
          // "signed" is held by the wallet above, just before its commit.
          if (commits !== 1) await hold(commits);
          commits += 1;
          const committing = journal.commit(row);
          if (commits === held + 1) setImmediate(() => setImmediate(() => vi.runAllTimers()));
          return committing;
        },
      },
      findProduct: () => null,
      now: () => 5_000,
      send,
    });
    await expect(paying).rejects.toMatchObject({
      kind: 'storage',
      message: expect.stringMatching(/storage does not answer.*no payment is made: nothing was paid/s),
    });
    expect([sign.mock.calls.length, send.mock.calls.length]).toEqual([held === 0 ? 0 : 1, 0]);
    goOn();
    await vi.waitFor(async () => expect(await (await database()).count('payments')).toBe(held === 0 ? 0 : 1));
    // The step that was given up is not written later.
    expect((await journal.get('order-1'))?.state).toBe(
      ([null, 'signing', 'signed'] as const)[held] ?? undefined,
    );
  },
);
