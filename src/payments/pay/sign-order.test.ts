import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { database } from '#storage/database.ts';
import { createJournal } from '../journal/journal.ts';
import { signOrder } from './sign-order.ts';
import { challengeWith, PAYER, reviewOf } from '../testing/order-builders.ts';

test('R9: days named by the server do not keep the wallet’s window waiting for days', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const asked = vi.fn();
  const ended = vi.fn();
  const signing = signOrder({
    review: reviewOf({}, challengeWith({ maxTimeoutSeconds: 345_600 })),
    signer: { payer: PAYER, sign: () => new Promise(() => asked()) },
    journal: createJournal({ open: database }),
    now: () => 5_000,
    onRow: () => {},
  });
  void signing.then((result) => ended(result.kind === 'not-charged' && result.error.kind));
  await vi.waitUntil(() => asked.mock.calls.length === 1);
  await vi.advanceTimersByTimeAsync(600_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledWith('wallet-silent'));
});
