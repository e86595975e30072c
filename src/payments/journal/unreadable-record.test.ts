import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { database } from '#storage/database.ts';
import { createJournal } from './journal.ts';
import { payOrder, type PayInput } from '../pay/pay.ts';
import { advance, type PaymentState } from './payment-row.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { rowOf } from '../pay/sign-order.ts';
import { answered, PAYER, reviewOf, signedPayment } from '../testing/order-builders.ts';
import { unreadableRecord } from './unreadable-record.ts';

const journal = createJournal({ open: database });
const settlement = { success: true, transaction: '0xtx', network: null, payer: null, errorReason: null };

afterEach(async () => {
  await (await database()).clear('payments');
});

function order(changes: Partial<PayInput> = {}) {
  const sign = vi.fn(async () => signedPayment());
  const input: PayInput = {
    review: reviewOf({ orderId: 'second' }),
    signer: { payer: PAYER, sign },
    journal,
    findProduct: () => ({ cardId: 'c' }),
    now: () => 5_000,
    send: async () => answered(200, {}, settlement),
    ...changes,
  };
  return { input, sign };
}
const put = async (record: object) => {
  await (await database()).put('payments', record, 'dark');
};
const open = { ...rowOf(reviewOf({ orderId: 'dark' }), 1), state: 'unknown' };

test.each([
  ['of a newer version', { ...open, version: 3 }],
  ['damaged in one member', { ...open, sends: 'once' }],
  ['damaged altogether', { version: 2 }],
])('A9: a record %s is asked about before the same is paid again', async (_what, record) => {
  await put(record);
  const { input, sign } = order();
  await expect(payOrder(input)).rejects.toMatchObject({
    kind: 'possible-repeat',
    rowIds: ['dark'],
    message: expect.stringMatching(/cannot be read.*Nothing was paid/),
  });
  expect(sign).not.toHaveBeenCalled();
  const { row } = await payOrder({ ...input, acknowledgedRowIds: ['dark'] });
  expect(row.state).toBe('delivered');
  expect(await (await database()).get('payments', 'dark')).toEqual(record);
});

test.each([
  ['says how it ended', { ...open, version: 3, state: 'delivered' }],
  ['was put aside', { ...open, version: 3, dismissed: { atMs: 1, reason: 'x' } }],
  ['is of another order', { ...open, version: 3, product: { kind: 'us-card', amountCents: 700 } }],
])('A9: a record that cannot be read and %s asks nothing', async (_what, record) => {
  await put(record);
  expect((await payOrder(order().input)).row.state).toBe('delivered');
});

test('A9: nothing is said of the record of an account that was signed out', async () => {
  await put({ ...open, version: 3 });
  const isHidden = ({ accountId }: { accountId: string }) => accountId === open.accountId;
  expect((await payOrder(order({ isHidden }).input)).row.state).toBe('delivered');
});

test('A9: a card that such a record has, or may have bought, closes no other row by guess', async () => {
  const path: PaymentState[] = ['signed', 'sent', 'unknown'];
  let row = rowOf(reviewOf(), 1, []);
  await journal.commit(row);
  for (const to of path) {
    row = advance(row, to, {
      atMs: 2,
      patch: to === 'signed' ? { signed: signedPayment(), marks: { nonce: '0x1' } } : {},
    });
    await journal.commit(row);
  }
  const products = [{ id: 'c', kind: 'us-card', amountCents: 5000, orderedAtMs: null }];
  const look = () =>
    reconcile({
      journal,
      chainEvidence: async () => null,
      products: { list: async () => ({ kind: 'listed', products }) },
      now: () => 10_000,
    });
  await put({ ...open, version: 3 });
  await look();
  expect((await journal.get('order-1'))?.state).toBe('unknown');
  await put({ ...open, version: 3, state: 'delivered', cardId: 'c' });
  await look();
  expect((await journal.get('order-1'))?.state).toBe('unknown');
  await put({ ...open, version: 3, state: 'delivered', cardId: 'other' });
  await look();
  expect((await journal.get('order-1'))?.state).toBe('delivered');
});

test('A9: whatever was stored, what can be made out is, and never a payload', () => {
  const member = fc.oneof(fc.jsonValue(), fc.string());
  const record = fc.record(
    { version: member, state: member, history: member, product: member, amountAtomic: member, payer: member },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(record, fc.anything()), (stored) => {
      expect(unreadableRecord('key', stored).key).toBe('key');
    }),
  );
  const whole = unreadableRecord('dark', {
    ...open,
    version: 3,
    signed: signedPayment(),
    paymentId: 'laso-canary',
  });
  expect(whole).toMatchObject({
    amountAtomic: '50000000',
    startedAtMs: 1_000,
    payer: PAYER,
    mayBeOpen: true,
  });
  expect(JSON.stringify(whole)).not.toMatch(/c2lnbmVk|canary/);
});
