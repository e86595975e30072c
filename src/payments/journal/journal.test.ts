import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import { closeDatabase, database, DATABASE_NAME } from '#storage/database.ts';
import { PAYMENTS_CHANNEL } from '#storage/keys.ts';
import { createJournal } from './journal.ts';
import { advance } from './payment-row.ts';
import { rowOf } from '../pay/sign-order.ts';
import { reviewOf, signedPayment } from '../testing/order-builders.ts';

const journal = createJournal({ open: database });
const signing = (id: string, atMs = 1) => rowOf(reviewOf({ orderId: id, reviewedAtMs: atMs }), atMs);

afterEach(async () => {
  await (await database()).clear('payments');
});

test('a row survives the page, with its payload; lists do not show the payload', async () => {
  const row = signing('a');
  await journal.commit(row);
  const signed = advance(row, 'signed', { atMs: 2, patch: { signed: signedPayment() } });
  await journal.commit(signed);
  await closeDatabase();
  expect(await journal.get('a')).toEqual(signed);
  expect(JSON.stringify(await journal.list())).not.toContain(signedPayment().headerValue);
});

test('the newest payment is listed first', async () => {
  await journal.commit(signing('old', 1));
  await journal.commit(signing('new', 2));
  expect((await journal.list()).map((entry) => (entry.kind === 'row' ? entry.row.id : entry.key))).toEqual([
    'new',
    'old',
  ]);
});

test('R15: a corrupt row is shown with its key and hides no other', async () => {
  const db = await openDB(DATABASE_NAME);
  await db.put('payments', { id: 'x', state: 'teleported' }, 'x');
  await db.put('payments', 7, 'y');
  db.close();
  await journal.commit(signing('good'));
  const entries = await journal.list();
  expect(entries.filter((entry) => entry.kind === 'corrupt').map((entry) => entry.key)).toEqual(['x', 'y']);
  expect(entries.filter((entry) => entry.kind === 'row').map((entry) => entry.row.id)).toEqual(['good']);
  await expect(journal.get('x')).rejects.toMatchObject({ kind: 'storage', rowIds: ['x'] });
});

test('a corrupt row is never overwritten', async () => {
  await (await database()).put('payments', { broken: true }, 'a');
  await expect(journal.commit(signing('a'))).rejects.toMatchObject({ kind: 'state' });
  expect(await (await database()).get('payments', 'a')).toEqual({ broken: true });
});

test('the same order cannot begin twice', async () => {
  await journal.commit(signing('a'));
  await expect(journal.commit(signing('a'))).rejects.toMatchObject({ kind: 'state', rowIds: ['a'] });
});

test('a tab that lags behind cannot write over the progress of another', async () => {
  const row = signing('a');
  await journal.commit(row);
  await journal.commit(advance(row, 'signed', { atMs: 2, patch: { signed: signedPayment() } }));
  await expect(journal.commit(advance(row, 'not-charged', { atMs: 3 }))).rejects.toMatchObject({
    kind: 'state',
  });
  const other = advance(row, 'signed', { atMs: 2, patch: { signed: signedPayment({ nonce: '0x02' }) } });
  await expect(journal.commit(advance(other, 'sent', { atMs: 4 }))).rejects.toMatchObject({ kind: 'state' });
  expect((await journal.get('a'))?.state).toBe('signed');
});

test('R14: a browser that refuses storage refuses the payment', async () => {
  const blocked = createJournal({ open: () => Promise.reject(new DOMException('no', 'SecurityError')) });
  await expect(blocked.commit(signing('a'))).rejects.toMatchObject({
    kind: 'storage',
    message: /no payment is made/,
  });
  await expect(blocked.list()).rejects.toMatchObject({ kind: 'storage' });
});

test('listeners hear of commits here, and other tabs of the row id only', async () => {
  const heard: string[] = [];
  const elsewhere: unknown[] = [];
  const otherTab = new BroadcastChannel(PAYMENTS_CHANNEL);
  const arrived = new Promise<void>((resolve) => {
    otherTab.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      elsewhere.push(data);
      resolve();
    });
  });
  const stop = journal.onChange((id) => heard.push(id));
  await journal.commit(signing('a'));
  await arrived;
  stop();
  await journal.commit(signing('b'));
  otherTab.close();
  expect(heard).toEqual(['a']);
  expect(elsewhere[0]).toBe('a');
});

test('a list also hears what another tab has committed', async () => {
  const otherTab = createJournal({ open: database });
  const heard = new Promise<string>((resolve) => {
    const stop = journal.onChange((id) => {
      stop();
      resolve(id);
    });
  });
  await otherTab.commit(signing('c'));
  expect(await heard).toBe('c');
});

test('a removed row is gone with its payload, and whoever watches is told', async () => {
  const row = signing('gone');
  await journal.commit(row);
  await journal.commit(advance(row, 'signed', { atMs: 2, patch: { signed: signedPayment() } }));
  await journal.commit(signing('stays'));
  const told: string[] = [];
  const stop = journal.onChange((id) => told.push(id));
  await journal.remove('gone');
  stop();
  expect(await journal.get('gone')).toBeNull();
  expect(await (await database()).getAllKeys('payments')).toEqual(['stays']);
  expect(told).toEqual(['gone']);
});

test('a row that storage refuses to delete is reported as still there', async () => {
  const broken = createJournal({ open: () => Promise.reject(new Error('no storage')) });
  await expect(broken.remove('a')).rejects.toMatchObject({ kind: 'storage', rowIds: ['a'] });
});
