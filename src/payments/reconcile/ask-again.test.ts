import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { database } from '#storage/database.ts';
import { MAX_SENDS_IN_ALL, mayAskAgain } from './ask-again.ts';
import { createJournal } from '../journal/journal.ts';
import { advance, summaryOf, type PaymentRow } from '../journal/payment-row.ts';
import { askRow } from '../pay/row-actions.ts';
import { rowOf } from '../pay/sign-order.ts';
import { reviewOf, signedPayment } from '../testing/order-builders.ts';
import type { PaidAnswer } from '../quote/transport.ts';

const journal = createJournal({ open: database });
const END_SEC = 1_000;
/** Long after the authorisation has ended. */
const now = () => (END_SEC + 3_600) * 1000;
const settlement = { success: true, transaction: '0xtx', network: null, payer: null, errorReason: null };
const answered: PaidAnswer = {
  kind: 'answered',
  status: 200,
  contentType: 'application/json',
  body: { code: 'ONCE' },
  settlement,
};
const silence: PaidAnswer = { kind: 'silent', cause: null, settlement: null };
const refused: PaidAnswer = {
  kind: 'answered',
  status: 402,
  contentType: 'application/json',
  body: {},
  settlement: null,
};

afterEach(async () => {
  await (await database()).clear('payments');
});

/** Paid by the chain's proof, and nothing came. */
async function paidForNothing(paymentId: string | null = 'laso-00000000'): Promise<PaymentRow> {
  let row = rowOf(reviewOf({ paymentId }), 1);
  await journal.commit(row);
  const signed = signedPayment({ validBeforeSec: END_SEC });
  for (const [to, patch] of [
    ['signed', { signed, validBeforeSec: END_SEC }],
    ['sent', { sends: 1 }],
    ['unknown', {}],
    ['paid-not-delivered', { settledAtSec: 900, transaction: '0xtx' }],
  ] as const) {
    row = advance(row, to, { atMs: 2, patch });
    await journal.commit(row);
  }
  return row;
}
const sender = (answer: PaidAnswer) => vi.fn(async (): Promise<PaidAnswer> => answer);
const findProduct = (keep?: () => Promise<void>) => (body: unknown) =>
  JSON.stringify(body) === '{"code":"ONCE"}' ? { cardId: null, ...(keep && { keep }) } : null;
const act = { journal, rowId: 'order-1', now };

test('the identical payload brings back what was lost: kept first, then delivered', async () => {
  const { requestUrl, signed } = await paidForNothing();
  const send = sender(answered);
  const seen: unknown[] = [];
  const keep = async () => void seen.push((await journal.get('order-1'))?.state);
  const { row, error } = await askRow({ ...act, findProduct: findProduct(keep), send });
  expect(send.mock.calls).toEqual([[requestUrl, signed]]);
  expect([seen, error, row.state, row.reason]).toEqual([['paid-not-delivered'], null, 'delivered', null]);
  expect(await journal.get('order-1')).toMatchObject({ state: 'delivered', sends: 2, signed: null });
});

test.each([
  ['silence', silence],
  ['a refusal', refused],
])('%s leaves it paid, not delivered; it may be asked a few times, not for ever', async (_what, answer) => {
  await paidForNothing();
  const send = sender(answer);
  for (let sends = 2; sends <= MAX_SENDS_IN_ALL; sends += 1) {
    const { row, error } = await askRow({ ...act, findProduct: findProduct(), send });
    expect([row.state, row.sends, error?.message]).toEqual([
      'paid-not-delivered',
      sends,
      expect.stringMatching(/Nothing more was charged/),
    ]);
  }
  await expect(askRow({ ...act, findProduct: findProduct(), send })).rejects.toMatchObject({ kind: 'state' });
  expect(send).toHaveBeenCalledTimes(MAX_SENDS_IN_ALL - 1);
});

test('what comes and cannot be put away is not delivered, and is not lost sight of', async () => {
  await paidForNothing();
  const full = findProduct(() => Promise.reject(new Error('full')));
  const { row, error } = await askRow({ ...act, findProduct: full, send: sender(answered) });
  expect([row.state, error?.kind]).toEqual(['paid-not-delivered', 'storage']);
  expect(row.reason).toMatch(/copy it before you close that tab/);
});

test('without an identifier the server knows nothing of the answer: nothing is sent', async () => {
  const row = await paidForNothing(null);
  const send = sender(answered);
  expect(mayAskAgain(summaryOf(row))).toBe(false);
  await expect(askRow({ ...act, findProduct: findProduct(), send })).rejects.toMatchObject({ kind: 'state' });
  expect(send).not.toHaveBeenCalled();
});

test.each([
  ['another transaction', '0xother'],
  ['none', null],
])(
  'A4: a card whose answer names %s is not this payment’s by that answer alone',
  async (_what, transaction) => {
    await paidForNothing();
    const named = transaction === null ? null : { ...settledBy(transaction) };
    const send = sender({ ...answered, body: { card: 'c9' }, settlement: named });
    const findCard = (body: unknown) => (JSON.stringify(body) === '{"card":"c9"}' ? { cardId: 'c9' } : null);
    const { row, error } = await askRow({ ...act, findProduct: findCard, send });
    expect(row).toMatchObject({ state: 'paid-not-delivered', cardId: null });
    expect(error?.message).toMatch(/does not name the transaction of this payment/);
    const own = sender({ ...answered, body: { card: 'c9' }, settlement: settledBy('0xTX') });
    expect((await askRow({ ...act, findProduct: findCard, send: own })).row).toMatchObject({
      state: 'delivered',
      cardId: 'c9',
    });
  },
);

function settledBy(transaction: string) {
  return { success: true, transaction, network: null, payer: null, errorReason: null };
}
