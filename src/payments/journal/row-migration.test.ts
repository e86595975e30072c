import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { database } from '#storage/database.ts';
import { createJournal } from './journal.ts';
import { advance } from './payment-row.ts';
import { readRow } from './row-migration.ts';
import { rowOf } from '../pay/sign-order.ts';
import { reviewOf, signedPayment } from '../testing/order-builders.ts';

/** A row as the first version of this page wrote it. */
const version1 = {
  id: 'old',
  state: 'unknown',
  product: { kind: 'us-card', amountCents: 5000 },
  amountAtomic: '50000000',
  network: 'eip155:8453',
  asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
  payer: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  payTo: '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37',
  accountId: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8',
  requestUrl: 'https://laso.finance/get-card?amount=50&format=json',
  history: ['quoted', 'signing', 'signed', 'sent', 'unknown'].map((state, at) => ({ state, atMs: at })),
  signed: signedPayment(),
  transaction: null,
  cardId: null,
  reason: 'The connection ended before Laso answered.',
  validBeforeSec: 4_000_000_000,
};

test('R15: a row of the first version is read with all it had, and its evidence can be looked for', () => {
  const row = readRow(version1);
  expect(row).toMatchObject({ ...version1, version: 2, revision: 0, sends: 1, dismissed: null });
  expect(row?.marks).toEqual({ nonce: signedPayment().nonce });
});

test('R15: its next step is stored as a row of today', async () => {
  const journal = createJournal({ open: database });
  await (await database()).put('payments', version1, 'old');
  const row = await journal.get('old');
  if (!row) throw new Error('not read');
  await journal.commit(advance(row, 'not-charged', { atMs: 9 }));
  expect(await (await database()).get('payments', 'old')).toMatchObject({
    version: 2,
    revision: 1,
    signed: null,
  });
});

test('R15: a row of a later version is left alone', async () => {
  const journal = createJournal({ open: database });
  const later = { ...rowOf(reviewOf({ orderId: 'later' }), 1), version: 3 };
  await (await database()).put('payments', later, 'later');
  expect(readRow(later)).toBeNull();
  expect(await journal.list()).toContainEqual(expect.objectContaining({ kind: 'corrupt', key: 'later' }));
  await expect(journal.commit(rowOf(reviewOf({ orderId: 'later' }), 1))).rejects.toMatchObject({
    kind: 'state',
  });
  expect(await (await database()).get('payments', 'later')).toEqual(later);
});
