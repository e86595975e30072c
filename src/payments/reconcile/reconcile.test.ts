import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { database } from '#storage/database.ts';
import type { ChainVerdict, ProductEvidence } from './evidence.ts';
import { createJournal } from '../journal/journal.ts';
import { advance, type PaymentState } from '../journal/payment-row.ts';
import { reconcile } from './reconcile.ts';
import { dismissRow } from '../pay/row-actions.ts';
import { rowOf } from '../pay/sign-order.ts';
import { reviewOf, signedPayment } from '../testing/order-builders.ts';

const journal = createJournal({ open: database });
const now = () => 10_000;
const nobody: ProductEvidence = { list: async () => ({ kind: 'signed-out' }) };

afterEach(async () => {
  await (await database()).clear('payments');
});

async function stored(id: string, ...path: PaymentState[]): Promise<void> {
  let row = rowOf(reviewOf({ orderId: id }), 1);
  await journal.commit(row);
  for (const to of path) {
    const patch = to === 'signed' ? { signed: signedPayment(), marks: { nonce: id } } : {};
    row = advance(row, to, { atMs: 2, patch });
    await journal.commit(row);
  }
}
const witness = (verdict: ChainVerdict | (() => Promise<ChainVerdict>)) => {
  const asked: string[] = [];
  const evidence = {
    network: 'eip155:8453',
    findSettlement: async ({ id }: { id: string }) => {
      asked.push(id);
      return typeof verdict === 'function' ? verdict() : verdict;
    },
  };
  return { asked, chainEvidence: async () => evidence };
};
const state = async (id: string) => (await journal.get(id))?.state;

test('what a closed page left as “sent” is looked for at once', async () => {
  await stored('a', 'signed', 'sent');
  const chain = witness({ kind: 'expired-unused' });
  await reconcile({ journal, ...chain, products: nobody, now });
  expect([await state('a'), chain.asked]).toEqual(['not-charged', ['a']]);
});

test('only open rows are asked about, and none means no question', async () => {
  await stored('done', 'signed', 'sent', 'unknown', 'not-charged');
  await stored('aside', 'signed', 'sent', 'unknown');
  await dismissRow({ journal, rowId: 'aside', reason: 'settled', now });
  const chain = witness({ kind: 'expired-unused' });
  expect(await reconcile({ journal, ...chain, products: nobody, now })).toEqual([]);
  expect(chain.asked).toEqual([]);
});

test('an order delivered without its id is looked for in the list, once, for a day', async () => {
  await stored('a', 'signed', 'sent');
  const sent = await journal.get('a');
  if (!sent) throw new Error('not stored');
  const patch = { cardId: null, orderedAtMs: 9_000, transaction: '0xtx' };
  await journal.commit(advance(sent, 'delivered', { atMs: 3, patch }));
  const product = { id: 'q1', kind: 'us-card', amountCents: 5000, orderedAtMs: 9_000 };
  const products: ProductEvidence = { list: async () => ({ kind: 'listed', products: [product] }) };
  const chain = witness({ kind: 'unreadable', why: 'down' });
  await reconcile({ journal, ...chain, products, now: () => 25 * 3_600_000 });
  expect((await journal.get('a'))?.cardId).toBeNull();
  await reconcile({ journal, ...chain, products, now });
  expect((await journal.get('a'))?.cardId).toBe('q1');
  expect(await reconcile({ journal, ...chain, products, now })).toEqual([]);
});

test('a witness that throws, or that this page does not have, changes nothing', async () => {
  await stored('a', 'signed', 'sent', 'unknown');
  const broken = witness(() => Promise.reject(new Error('rpc')));
  const [seen] = await reconcile({ journal, ...broken, products: nobody, now });
  expect([seen?.chain.kind, await state('a')]).toEqual(['unreadable', 'unknown']);
  await reconcile({ journal, chainEvidence: async () => null, products: nobody, now });
  expect(await state('a')).toBe('unknown');
});

test('evidence for a row that was sent again meanwhile is not written over it', async () => {
  await stored('a', 'signed', 'sent', 'unknown');
  const chain = witness(async () => {
    const row = await journal.get('a');
    if (row) await journal.commit(advance(row, 'sent', { atMs: 3 }));
    return { kind: 'expired-unused' };
  });
  await reconcile({ journal, ...chain, products: nobody, now });
  expect(await state('a')).toBe('sent');
});

test('two tabs that look at once write each step once', async () => {
  await stored('a', 'signed', 'sent', 'unknown');
  const chain = witness({ kind: 'settled', transaction: '0x1', atSec: 5 });
  const look = () => reconcile({ journal, ...chain, products: nobody, now });
  await Promise.all([look(), look()]);
  const row = await journal.get('a');
  expect(row?.history.map((step) => step.state)).toEqual([
    'quoted',
    'signing',
    'signed',
    'sent',
    'unknown',
    'paid-not-delivered',
  ]);
  expect(row?.reason).toMatch(/Sign in with the wallet that paid/);
});

test('one new card and two payments that may have bought it: nobody’s until the other one is clear', async () => {
  await stored('unproven', 'signed', 'sent', 'unknown');
  await stored('proven', 'signed', 'sent', 'unknown');
  const products: ProductEvidence = {
    list: async () => ({
      kind: 'listed',
      products: [{ id: 'card', kind: 'us-card', amountCents: 5000, orderedAtMs: null }],
    }),
  };
  let other: ChainVerdict = { kind: 'unreadable', why: 'x' };
  const evidence = {
    network: 'eip155:8453',
    findSettlement: async ({ id }: { id: string }): Promise<ChainVerdict> =>
      id === 'proven' ? { kind: 'settled', transaction: '0x1', atSec: 5 } : other,
  };
  const look = () => reconcile({ journal, chainEvidence: async () => evidence, products, now });
  await look();
  expect([await state('proven'), await state('unproven')]).toEqual(['paid-not-delivered', 'unknown']);
  expect(await journal.get('proven')).toMatchObject({
    candidateIds: ['card'],
    reason: expect.stringMatching(/may have bought it/),
  });
  other = { kind: 'expired-unused' };
  await look();
  expect([await state('proven'), await state('unproven')]).toEqual(['delivered', 'not-charged']);
});
