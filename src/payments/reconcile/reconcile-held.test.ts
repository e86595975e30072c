import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { database } from '#storage/database.ts';
import { RECONCILE_LOCK } from '#storage/keys.ts';
import { LOCK_WAIT_MS } from '#storage/lock-in-time.ts';
import { createJournal } from '../journal/journal.ts';
import { advance } from '../journal/payment-row.ts';
import { reconcile } from './reconcile.ts';
import { rowOf } from '../pay/sign-order.ts';
import { reviewOf, signedPayment } from '../testing/order-builders.ts';

const journal = createJournal({ open: database });

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(async () => {
  vi.useRealTimers();
  await (await database()).clear('payments');
});

test('F12: a tab that sleeps while it looks for payments does not leave "Check again" without a word', async () => {
  const signing = rowOf(reviewOf(), 1);
  const signed = advance(signing, 'signed', { atMs: 2, patch: { signed: signedPayment() } });
  const sent = advance(signed, 'sent', { atMs: 3, patch: { sends: 1 } });
  for (const row of [signing, signed, sent, advance(sent, 'unknown', { atMs: 4, patch: {} })])
    await journal.commit(row);
  let wake = (): void => undefined;
  await new Promise<void>((held) => {
    void navigator.locks.request(RECONCILE_LOCK, () => {
      held();
      return new Promise<void>((released) => (wake = released));
    });
  });
  const look = () =>
    reconcile({
      journal,
      chainEvidence: async () => null,
      products: { list: async () => ({ kind: 'unreadable' }) },
    });
  const looking = look().catch((error: unknown) => error);
  // The lock is asked for once the journal has been read.
  const asked = vi.spyOn(navigator.locks, 'request');
  await vi.waitFor(() => expect(asked.mock.calls.map(([name]) => name)).toContain(RECONCILE_LOCK));
  await vi.advanceTimersByTimeAsync(LOCK_WAIT_MS);
  expect(await looking).toMatchObject({
    kind: 'busy',
    message: expect.stringMatching(/another tab.*close it or reload it/),
  });
  wake();
  expect(await look()).toMatchObject([{ chain: { kind: 'unreadable' } }]);
});
