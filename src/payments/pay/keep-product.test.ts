import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { database } from '#storage/database.ts';
import type { ProductEvidence } from '../reconcile/evidence.ts';
import { createJournal, type Journal } from '../journal/journal.ts';
import { payOrder } from './pay.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { keepProduct } from './keep-product.ts';
import { PAYER, reviewOf, signedPayment } from '../testing/order-builders.ts';
import type { PaidAnswer } from '../quote/transport.ts';

const journal = createJournal({ open: database });
const settlement = { success: true, transaction: '0xtx', network: null, payer: null, errorReason: null };
const answer: PaidAnswer = {
  kind: 'answered',
  status: 200,
  contentType: 'application/json',
  body: { code: 'ONCE' },
  settlement,
};
const now = () => 5_000;

afterEach(async () => {
  await (await database()).clear('payments');
});

/** A paid order whose answer must be put away by `keep`. */
const pay = (keep: () => Promise<void>, into: Journal = journal) =>
  payOrder({
    review: reviewOf(),
    signer: { payer: PAYER, sign: async () => signedPayment() },
    journal: into,
    findProduct: () => ({ cardId: null, keep }),
    now,
    send: async () => answer,
  });
const stored = async () => (await journal.get('order-1'))?.state;

test('what comes only once is put away before the row is delivered', async () => {
  const seen: unknown[] = [];
  const { row } = await pay(async () => void seen.push(await stored()));
  expect(seen).toEqual(['sent']);
  expect(row.state).toBe('delivered');
});

test('what cannot be put away leaves the row undelivered, with its payment and the answer', async () => {
  const result = await pay(() => Promise.reject(new Error('full')));
  expect(result.row).toMatchObject({
    state: 'paid-not-delivered',
    transaction: '0xtx',
    reason: expect.stringContaining('could not be kept on this device'),
  });
  expect(result.answer).toEqual(answer);
  expect(await stored()).toBe('paid-not-delivered');
});

test('a page that dies between putting it away and writing so: what is kept is the proof of the delivery', async () => {
  const kept = new Set<string>();
  const dying: Journal = {
    ...journal,
    commit: (row) =>
      row.state === 'delivered' ? Promise.reject(new Error('the page is gone')) : journal.commit(row),
  };
  const { error } = await pay(async () => void kept.add('order-1'), dying);
  expect([error?.kind, await stored()]).toEqual(['storage', 'sent']);
  const look = (here: ProductEvidence['here']) =>
    reconcile({
      journal,
      chainEvidence: async () => null,
      products: { list: async () => ({ kind: 'not-listed' }), ...(here && { here }) },
      now,
    });
  await look(undefined);
  expect(await stored()).toBe('unknown');
  await look(async ({ id }) => (kept.has(id) ? { kind: 'kept' } : null));
  expect(await journal.get('order-1')).toMatchObject({ state: 'delivered', reason: null, signed: null });
});

test('whoever looks for evidence may find it first: keeping it again is no error then', async () => {
  await pay(() => Promise.reject(new Error('full')));
  const found = async () => {
    await reconcile({
      journal,
      chainEvidence: async () => null,
      products: { list: async () => ({ kind: 'not-listed' }), here: async () => ({ kind: 'kept' }) },
      now,
    });
  };
  const row = await keepProduct({ journal, rowId: 'order-1', now, product: { cardId: null, keep: found } });
  expect([row.state, await stored()]).toEqual(['delivered', 'delivered']);
});

test('a disk that never answers does not hide what was delivered', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let asked: () => void = () => undefined;
    const keeping = new Promise<void>((resolve) => (asked = resolve));
    const paying = pay(() => {
      asked();
      return new Promise(() => {});
    });
    await keeping;
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await paying).row.state).toBe('paid-not-delivered');
  } finally {
    vi.useRealTimers();
  }
});

test('another try puts it away first; while that fails the row stays', async () => {
  await pay(() => Promise.reject(new Error('full')));
  const again = (keep: () => Promise<void>) =>
    keepProduct({ journal, rowId: 'order-1', now, product: { cardId: null, keep } });
  await expect(again(() => Promise.reject(new Error('still full')))).rejects.toThrow('still full');
  expect(await stored()).toBe('paid-not-delivered');

  const keep = vi.fn(async () => expect(await stored()).toBe('paid-not-delivered'));
  expect(await again(keep)).toMatchObject({ state: 'delivered', reason: null });
  expect(keep).toHaveBeenCalledTimes(1);
  expect(await stored()).toBe('delivered');
});
