import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { database } from '#storage/database.ts';
import { createJournal } from '../journal/journal.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { payOrder, type PayInput } from './pay.ts';
import { PAYER, reviewOf, signedPayment } from '../testing/order-builders.ts';
import type { PaidAnswer } from '../quote/transport.ts';

const journal = createJournal({ open: database });
const unanswered: PaidAnswer = { kind: 'silent', cause: null, settlement: null };
const settlement = { success: true, transaction: '0xtx', network: null, payer: null, errorReason: null };
const delivered: PaidAnswer = {
  kind: 'answered',
  status: 200,
  contentType: 'application/json',
  body: {},
  settlement,
};

afterEach(async () => {
  await (await database()).clear('payments');
});

function order(changes: Partial<PayInput> & { answer?: PaidAnswer }, review: ReviewedOrder) {
  const sign = vi.fn(async () => signedPayment());
  const input: PayInput = {
    review,
    signer: { payer: PAYER, sign },
    journal,
    findProduct: () => ({ cardId: null }),
    now: () => 5_000,
    send: async () => changes.answer ?? delivered,
    ...changes,
  };
  return { input, sign };
}

describe('what counts as the same order', () => {
  const OTHER = '0x00000000000000000000000000000000000000aa';
  const shoes = {
    kind: 'gift-card' as const,
    id: 'zalando-de',
    name: 'Zalando',
    amountCents: 5_000,
    units: 5_000,
    exponent: 2,
    currency: 'EUR',
    country: 'DE',
  };
  const first = reviewOf({ product: shoes, amountAtomic: '54210000' });
  const second = (changes: Partial<ReviewedOrder>) => reviewOf({ ...first, orderId: 'order-2', ...changes });

  test('a rate that moved the price by a cent makes it no other order', async () => {
    await payOrder(order({ answer: unanswered }, first).input);
    const again = order({}, second({ amountAtomic: '54220000' }));
    await expect(payOrder(again.input)).rejects.toMatchObject({ kind: 'possible-repeat' });
    expect(again.sign).not.toHaveBeenCalled();
  });
  test.each([
    ['amount', { amountCents: 5_100, units: 5_100 }],
    ['currency', { currency: 'GBP' }],
    ['country', { country: 'AT' }],
    ['product', { id: 'steam-us' }],
  ])('another %s is another order', async (_what, changes) => {
    await payOrder(order({ answer: unanswered }, first).input);
    const { row } = await payOrder(order({}, second({ product: { ...shoes, ...changes } })).input);
    expect(row.state).toBe('delivered');
  });
  test('another wallet of this device is told too, but not of what a signed-out account did', async () => {
    await payOrder(order({ answer: unanswered }, first).input);
    const sign = vi.fn(async () => signedPayment({ payer: OTHER }));
    const again = order({ signer: { payer: OTHER, sign } }, second({ payer: OTHER }));
    await expect(payOrder(again.input)).rejects.toMatchObject({ kind: 'possible-repeat' });
    expect(sign).not.toHaveBeenCalled();
    const { row } = await payOrder({ ...again.input, isHidden: ({ payer }) => payer === PAYER });
    expect(row.state).toBe('delivered');
  });
  test('the sign-in of another wallet is another one', async () => {
    const auth = { product: { kind: 'auth' as const, amountCents: 0 } };
    await payOrder(order({ answer: unanswered }, reviewOf(auth)).input);
    const sign = vi.fn(async () => signedPayment({ payer: OTHER }));
    const { row } = await payOrder(
      order({ signer: { payer: OTHER, sign } }, reviewOf({ ...auth, orderId: 'order-2', payer: OTHER }))
        .input,
    );
    expect(row.state).toBe('delivered');
  });
});
