import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { database } from '#storage/database.ts';
import { createJournal, type Journal } from '../journal/journal.ts';
import { settleAbandoned } from '../journal/leftover-rows.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { payOrder, type PayInput } from './pay.ts';
import { PaymentError } from '../payment-error.ts';
import { advance, type PaymentState } from '../journal/payment-row.ts';
import { rowOf } from './sign-order.ts';
import type { SignedPayment } from '../journal/signed-payment.ts';
import type { PaidAnswer } from '../quote/transport.ts';
import { answered, PAYER, reviewOf, signedPayment } from '../testing/order-builders.ts';

const journal = createJournal({ open: database });
const settlement = { success: true, transaction: '0xtx', network: null, payer: null, errorReason: null };
const delivered = answered(200, { id: 'card-1' }, settlement);

afterEach(async () => {
  await (await database()).clear('payments');
});

function order(
  changes: Partial<PayInput> & { signed?: SignedPayment; answer?: PaidAnswer } = {},
  review: ReviewedOrder = reviewOf(),
) {
  const sign = vi.fn(async () => changes.signed ?? signedPayment());
  const send = vi.fn(async (): Promise<PaidAnswer> => changes.answer ?? delivered);
  const input: PayInput = {
    review,
    signer: { payer: PAYER, sign },
    journal,
    findProduct: (body) => (JSON.stringify(body) === '{}' ? null : { cardId: 'card-1' }),
    now: () => 5_000,
    send,
    ...changes,
  };
  return { input, sign, send };
}
const storedState = async (id = 'order-1') => (await journal.get(id))?.state;

test('a paid order: each step is on the disk before the next one begins', async () => {
  const seen: [string, PaymentState | undefined][] = [];
  const { input } = order({
    signer: {
      payer: PAYER,
      sign: async () => {
        seen.push(['wallet', await storedState()]);
        return signedPayment();
      },
    },
    send: async () => {
      seen.push(['sending', await storedState()]);
      expect((await journal.get('order-1'))?.signed).toEqual(signedPayment());
      return delivered;
    },
    onRow: (row) => seen.push(['shown', row.state]),
  });
  const { row, answer, error } = await payOrder(input);
  expect(seen).toEqual([
    ['shown', 'signing'],
    ['wallet', 'signing'],
    ['shown', 'signed'],
    ['shown', 'sent'],
    ['sending', 'sent'],
    ['shown', 'delivered'],
  ]);
  expect({ error, answer }).toEqual({ error: null, answer: delivered });
  expect(row).toMatchObject({ state: 'delivered', transaction: '0xtx', cardId: 'card-1', signed: null });
  expect(row.history.map(({ state }) => state)).toEqual(['quoted', 'signing', 'signed', 'sent', 'delivered']);
  expect(await journal.get('order-1')).toEqual(row);
});

const failingAt = (state: PaymentState): Journal => ({
  ...journal,
  commit: async (row) => {
    if (row.state === state) throw new PaymentError('storage', 'full');
    await journal.commit(row);
  },
});

/** A promise that the test settles when it wants. */
function held<T>() {
  const resolvers: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => resolvers.push(resolve));
  return { promise, settle: (value: T) => resolvers.forEach((resolve) => resolve(value)) };
}

describe('no row, no payment', () => {
  test('a journal that cannot be written keeps the wallet closed', async () => {
    const { input, sign, send } = order({ journal: failingAt('signing') });
    await expect(payOrder(input)).rejects.toMatchObject({ kind: 'storage' });
    expect([sign.mock.calls.length, send.mock.calls.length]).toEqual([0, 0]);
  });
  test.each<PaymentState>(['signed', 'sent'])(
    'a journal that fails at “%s” keeps the payment from being sent',
    async (state) => {
      const { input, sign, send } = order({ journal: failingAt(state) });
      await expect(payOrder(input)).rejects.toMatchObject({ kind: 'storage' });
      expect([sign.mock.calls.length, send.mock.calls.length]).toEqual([1, 0]);
    },
  );
  test('an outcome that cannot be written is still shown, and the row stays “sent”', async () => {
    const { row, error } = await payOrder(order({ journal: failingAt('delivered') }).input);
    expect([row.state, error?.kind, await storedState()]).toEqual(['delivered', 'storage', 'sent']);
  });
  test('F16: on plain http neither a review nor a payment begins, and it says that https is needed', async () => {
    const { input, sign } = order();
    vi.stubGlobal('isSecureContext', false);
    const refused = { kind: 'storage', message: expect.stringMatching(/https.*Nothing was paid/) };
    await expect(payOrder(input)).rejects.toMatchObject(refused);
    expect(() => reviewOf()).toThrow(expect.objectContaining(refused));
    vi.unstubAllGlobals();
    expect(sign).not.toHaveBeenCalled();
  });
  test('a browser without Web Locks does not pay', async () => {
    vi.stubGlobal('navigator', {});
    const { input, sign } = order();
    await expect(payOrder(input)).rejects.toMatchObject({ kind: 'storage' });
    vi.unstubAllGlobals();
    expect(sign).not.toHaveBeenCalled();
  });
});

describe('one signature for each order', () => {
  test('R3: a second click is refused, not queued', async () => {
    const answer = held<PaidAnswer>();
    const first = order({ send: () => answer.promise });
    const paying = payOrder(first.input);
    await vi.waitFor(async () => expect(await storedState()).toBe('sent'));
    const second = order({}, reviewOf({ orderId: 'order-2', payer: PAYER.toLowerCase() }));
    await expect(payOrder(second.input)).rejects.toMatchObject({ kind: 'busy' });
    answer.settle(delivered);
    await paying;
    expect([
      first.sign.mock.calls.length,
      second.sign.mock.calls.length,
      await journal.get('order-2'),
    ]).toEqual([1, 0, null]);
  });
  test('the same review is not paid a second time later', async () => {
    await payOrder(order().input);
    const again = order();
    await expect(payOrder(again.input)).rejects.toMatchObject({ kind: 'state' });
    expect(again.sign).not.toHaveBeenCalled();
  });
  test('a signer for another wallet than the reviewed one is not asked', async () => {
    const { input, sign } = order({}, reviewOf({ payer: '0x0000000000000000000000000000000000000001' }));
    await expect(payOrder(input)).rejects.toMatchObject({ kind: 'wallet-account' });
    expect([sign.mock.calls.length, await journal.get('order-1')]).toEqual([0, null]);
  });
});

describe('a wallet that does not sign', () => {
  test('declined: not charged, and nothing is sent', async () => {
    const rejection = new PaymentError('wallet-rejected', 'You declined in the wallet. Nothing was paid.');
    const { input, send } = order({ signer: { payer: PAYER, sign: () => Promise.reject(rejection) } });
    const { row, answer, error } = await payOrder(input);
    expect({ state: row.state, answer, error }).toEqual({
      state: 'not-charged',
      answer: null,
      error: rejection,
    });
    expect([await storedState(), send.mock.calls.length]).toEqual(['not-charged', 0]);
  });
  test('R9: a wallet that never answers is given up, and its late signature is dropped', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const late = held<SignedPayment>();
    const { input, send } = order({
      signer: { payer: PAYER, sign: () => late.promise },
    });
    const paying = payOrder(input);
    await vi.waitUntil(() => vi.getTimerCount() === 1);
    await vi.advanceTimersByTimeAsync(300_000);
    vi.useRealTimers();
    const { row, error } = await paying;
    late.settle(signedPayment());
    expect([row.state, error?.kind, send.mock.calls.length]).toEqual(['not-charged', 'wallet-silent', 0]);
  });
  test('a signature that comes when the offer has almost ended is not sent', async () => {
    const { input, send } = order({ signed: signedPayment({ validBeforeSec: 14 }) });
    const { row, error } = await payOrder(input);
    expect([row.state, error?.kind, row.signed, send.mock.calls.length]).toEqual([
      'not-charged',
      'wallet-silent',
      null,
      0,
    ]);
  });
});

describe('after sending', () => {
  test.each<[string, PaidAnswer, PaymentState]>([
    ['R5: a second 402', answered(402, { success: false, errorReason: 'insufficient_funds' }), 'unknown'],
    ['R7: silence', { kind: 'silent', cause: new TypeError('Failed to fetch'), settlement: null }, 'unknown'],
    ['a settled 2xx without product', answered(200, {}, settlement), 'paid-not-delivered'],
  ])('%s: the payload is kept', async (_name, answer, state) => {
    const { row, error } = await payOrder(order({ answer }).input);
    expect([row.state, error, (await journal.get('order-1'))?.signed]).toEqual([
      state,
      null,
      signedPayment(),
    ]);
  });
  test('the same order again needs to be told that the earlier one may be paid', async () => {
    await payOrder(order({ answer: { kind: 'silent', cause: null, settlement: null } }).input);
    const again = order({}, reviewOf({ orderId: 'order-2' }));
    await expect(payOrder(again.input)).rejects.toMatchObject({
      kind: 'possible-repeat',
      rowIds: ['order-1'],
    });
    expect(again.sign).not.toHaveBeenCalled();
    const { row } = await payOrder({ ...again.input, acknowledgedRowIds: ['order-1'] });
    expect(row.state).toBe('delivered');
  });
});

test('R2: rows a closed tab left behind are settled before the next order', async () => {
  const signing = rowOf(reviewOf({ orderId: 'left-signing' }), 1);
  await journal.commit(signing);
  let sent = rowOf(reviewOf({ orderId: 'left-sent', product: { kind: 'us-card', amountCents: 700 } }), 1);
  await journal.commit(sent);
  for (const to of ['signed', 'sent'] as const) {
    sent = advance(sent, to, { atMs: 2, patch: { signed: signedPayment() } });
    await journal.commit(sent);
  }
  await payOrder(order().input);
  expect([await storedState('left-signing'), await storedState('left-sent')]).toEqual([
    'not-charged',
    'unknown',
  ]);
  expect((await journal.get('left-sent'))?.signed).toEqual(signedPayment());
});

test('rows of a wallet that is paying just now are left alone, those of others are settled', async () => {
  const other = '0x00000000000000000000000000000000000000aa';
  await journal.commit(rowOf(reviewOf({ orderId: 'other', payer: other }), 1));
  const answer = held<PaidAnswer>();
  const paying = payOrder(order({ send: () => answer.promise }).input);
  await vi.waitFor(async () => expect(await storedState()).toBe('sent'));
  await settleAbandoned(journal, () => 9_000);
  expect([await storedState('other'), await storedState()]).toEqual(['not-charged', 'sent']);
  answer.settle(delivered);
  expect((await paying).row.state).toBe('delivered');
});
