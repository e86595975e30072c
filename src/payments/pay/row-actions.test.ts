import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { database } from '#storage/database.ts';
import { createJournal } from '../journal/journal.ts';
import { settleAbandoned } from '../journal/leftover-rows.ts';
import { payOrder } from './pay.ts';
import { advance, type PaymentRow, type PaymentState } from '../journal/payment-row.ts';
import { chooseProduct, discardRow, dismissRow, sendRow } from './row-actions.ts';
import { MAX_SENDS } from './may-send.ts';
import { rowOf } from './sign-order.ts';
import { PAYER, reviewOf, signedPayment } from '../testing/order-builders.ts';
import type { PaidAnswer } from '../quote/transport.ts';
import { withWalletLock } from '../journal/wallet-lock.ts';

const journal = createJournal({ open: database });
const END_SEC = 1_000;
const now = () => 500_000;
const settlement = { success: true, transaction: '0xtx', network: null, payer: null, errorReason: null };
const delivered: PaidAnswer = {
  kind: 'answered',
  status: 200,
  contentType: 'application/json',
  body: { id: 'card-1' },
  settlement,
};
const silence: PaidAnswer = { kind: 'silent', cause: null, settlement: null };
const findProduct = (body: unknown) => (body === null ? null : { cardId: 'card-1' });

afterEach(async () => {
  await (await database()).clear('payments');
});

/** A stored row, brought there step by step. */
async function stored(...path: PaymentState[]): Promise<PaymentRow> {
  let row = rowOf(reviewOf(), 1);
  await journal.commit(row);
  for (const to of path) {
    const signed = signedPayment({ validBeforeSec: END_SEC });
    const patch =
      to === 'signed'
        ? { signed, validBeforeSec: END_SEC }
        : to === 'sent'
          ? { sends: row.sends + 1 }
          : to === 'paid-not-delivered'
            ? { candidateIds: ['a', 'b'] }
            : {};
    row = advance(row, to, { atMs: 2, patch });
    await journal.commit(row);
  }
  return row;
}
const act = { journal, rowId: 'order-1', now, findProduct };
const sender = (answer: PaidAnswer = delivered) => vi.fn(async (): Promise<PaidAnswer> => answer);

describe('Send', () => {
  test('a signed payment is sent as it was signed, and never a new one', async () => {
    const row = await stored('signed');
    const send = sender();
    const result = await sendRow({ ...act, send });
    expect(send.mock.calls).toEqual([[row.requestUrl, row.signed]]);
    expect(result.row).toMatchObject({ state: 'delivered', cardId: 'card-1', sends: 1 });
  });
  test('the very same payload again for an unknown outcome, three times at most', async () => {
    const { signed } = await stored('signed', 'sent', 'unknown');
    const send = sender(silence);
    for (let sends = 2; sends <= MAX_SENDS; sends += 1)
      expect((await sendRow({ ...act, send })).row).toMatchObject({ state: 'unknown', sends });
    await expect(sendRow({ ...act, send })).rejects.toMatchObject({ kind: 'state' });
    expect(send.mock.calls.map((call: unknown[]) => call[1])).toEqual([signed, signed]);
  });
  test('nothing is sent after its end: a signed one is dropped, an unknown one stays unknown', async () => {
    const late = () => END_SEC * 1000 - 5_000;
    await stored('signed');
    const send = sender();
    expect((await sendRow({ ...act, now: late, send })).row).toMatchObject({
      state: 'not-charged',
      signed: null,
    });
    await (await database()).clear('payments');
    await stored('signed', 'sent', 'unknown');
    await expect(sendRow({ ...act, now: late, send })).rejects.toMatchObject({ kind: 'state' });
    expect([(await journal.get('order-1'))?.state, send.mock.calls.length]).toEqual(['unknown', 0]);
  });
  test('two clicks send once', async () => {
    await stored('signed');
    const send = sender();
    const both = await Promise.allSettled([sendRow({ ...act, send }), sendRow({ ...act, send })]);
    expect([both.map(({ status }) => status).toSorted(), send.mock.calls.length]).toEqual([
      ['fulfilled', 'rejected'],
      1,
    ]);
  });
});

describe('Discard', () => {
  test('what was never sent is not charged, and its payload is gone', async () => {
    await stored('signed');
    await discardRow(act);
    expect(await journal.get('order-1')).toMatchObject({ state: 'not-charged', signed: null });
    expect(JSON.stringify(await (await database()).getAll('payments'))).not.toContain(
      signedPayment().headerValue,
    );
  });
  test.each<PaymentState[][]>([[['signed', 'sent']], [['signed', 'sent', 'unknown']]])(
    'what was sent cannot be discarded (%j)',
    async (path) => {
      await stored(...path);
      await expect(discardRow(act)).rejects.toMatchObject({ kind: 'state' });
    },
  );
});

test('an unsent signed payment blocks the wallet until it is decided, and ends by itself', async () => {
  await stored('signed');
  const sign = vi.fn(async () => signedPayment());
  const input = {
    review: reviewOf({ orderId: 'order-2' }),
    signer: { payer: PAYER, sign },
    journal,
    findProduct,
    send: sender(),
  };
  await expect(payOrder({ ...input, now })).rejects.toMatchObject({ kind: 'busy', rowIds: ['order-1'] });
  expect(sign).not.toHaveBeenCalled();
  await settleAbandoned(journal, () => (END_SEC + 1) * 1000);
  expect((await journal.get('order-1'))?.state).toBe('not-charged');
});

test('a row that another tab works on is left alone', async () => {
  await stored('signed');
  await withWalletLock(PAYER, async () => {
    await expect(discardRow(act)).rejects.toMatchObject({ kind: 'busy' });
  });
});

test('of several new cards only one that fits can be chosen', async () => {
  await stored('signed', 'sent', 'paid-not-delivered');
  await expect(chooseProduct({ ...act, productId: 'c' })).rejects.toMatchObject({ kind: 'state' });
  await chooseProduct({ ...act, productId: 'b' });
  expect(await journal.get('order-1')).toMatchObject({ state: 'delivered', cardId: 'b', signed: null });
});

test('a card that meanwhile closed another row cannot be chosen a second time', async () => {
  await stored('signed', 'sent', 'paid-not-delivered');
  let other = rowOf(reviewOf({ orderId: 'order-2' }), 1);
  await journal.commit(other);
  for (const to of ['signed', 'sent', 'delivered'] as const) {
    const patch = to === 'signed' ? { signed: signedPayment() } : to === 'delivered' ? { cardId: 'b' } : {};
    other = advance(other, to, { atMs: 2, patch });
    await journal.commit(other);
  }
  await expect(chooseProduct({ ...act, productId: 'b' })).rejects.toMatchObject({ kind: 'state' });
  expect((await journal.get('order-1'))?.state).toBe('paid-not-delivered');
  await chooseProduct({ ...act, productId: 'a' });
  expect(await journal.get('order-1')).toMatchObject({ state: 'delivered', cardId: 'a' });
});

test('putting aside takes a reason, keeps the record and the payload, and can be undone', async () => {
  await stored('signed', 'sent', 'unknown');
  await expect(dismissRow({ ...act, reason: ' ' })).rejects.toMatchObject({ kind: 'state' });
  await dismissRow({ ...act, reason: 'Settled with support' });
  const aside = await journal.get('order-1');
  expect(aside).toMatchObject({ state: 'unknown', dismissed: { reason: 'Settled with support' } });
  expect(aside?.signed).not.toBeNull();
  expect(aside?.history.at(-1)?.note).toMatch(/Settled with support/);
  await dismissRow({ ...act, reason: null });
  expect((await journal.get('order-1'))?.dismissed).toBeNull();
});
