import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { database } from '#storage/database.ts';
import { decide } from '../reconcile/decide.ts';
import type { ChainVerdict, ProductListing } from '../reconcile/evidence.ts';
import { createJournal } from '../journal/journal.ts';
import { isJsonObject } from '../quote/json-object.ts';
import type { DeliveredProduct, FindProduct } from './outcome.ts';
import { payOrder, type PayInput } from './pay.ts';
import { advance, summaryOf } from '../journal/payment-row.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { askRow, sendRow } from './row-actions.ts';
import { rowOf } from './sign-order.ts';
import { answered, PAYER, reviewOf, signedPayment } from '../testing/order-builders.ts';
import type { PaidAnswer } from '../quote/transport.ts';

const journal = createJournal({ open: database });
const settled = (transaction: string | null) => ({
  success: true,
  transaction,
  network: null,
  payer: null,
  errorReason: null,
});
const findProduct: FindProduct = (body) => {
  if (!isJsonObject(body)) return null;
  const { card, at } = body;
  const orderedAtMs = typeof at === 'number' ? at : null;
  if (typeof card === 'string') return { cardId: card, orderedAtMs };
  return orderedAtMs === null ? null : { cardId: null, orderedAtMs };
};

afterEach(async () => {
  await (await database()).clear('payments');
});

const pay = (id: string, answer: PaidAnswer, changes: Partial<PayInput> = {}) =>
  payOrder({
    review: reviewOf({ orderId: id }),
    signer: { payer: PAYER, sign: async () => signedPayment({ nonce: id }) },
    journal,
    findProduct,
    knownProductIds: ['there-before'],
    now: () => 5_000,
    send: async () => answer,
    ...changes,
  });
const first = answered(200, { card: 'c1', at: 77 }, settled('0xfirst'));

describe('A4: an answer that cannot be this order’s leaves it unknown, with its payload', () => {
  test.each<[string, PaidAnswer, RegExp]>([
    ['the very answer to another order', first, /card of another payment/],
    ['another order’s card', answered(200, { card: 'c1' }, settled('0xnew')), /card of another payment/],
    [
      'another order’s transaction',
      answered(200, { card: 'c2' }, settled('0xFIRST')),
      /transaction of another/,
    ],
    [
      'another account’s user',
      answered(200, { card: 'c2', user_id: `0x${'9'.repeat(40)}` }),
      /another account than the one that paid/,
    ],
    ['a card that was there before', answered(200, { card: 'there-before' }), /had before this order/],
    [
      'another order’s transaction, without a card',
      answered(200, { success: true }, settled('0xfirst')),
      /transaction/,
    ],
    ['the time of another order, without its id', answered(200, { at: 77 }), /very time of another order/],
    ['a page of something between', answered(200, { card: 'c2' }, null, 'text/html'), /not in Laso’s form/],
    ['an answer without a type', answered(200, { card: 'c2' }, settled('0xnew'), null), /not in Laso’s form/],
  ])('%s', async (_what, answer, words) => {
    await pay('order-1', first);
    const { row } = await pay('order-2', answer);
    expect(row).toMatchObject({ state: 'unknown', cardId: null, signed: { nonce: 'order-2' } });
    expect(row.reason).toMatch(words);
    expect(row.transaction ?? '').not.toMatch(/first/i);
    expect(await journal.get('order-1')).toMatchObject({ state: 'delivered', cardId: 'c1' });
  });

  test('a clean answer is believed, then and later', async () => {
    await pay('order-1', first);
    expect((await pay('order-2', answered(200, { card: 'c2' }, settled('0xnew')))).row.state).toBe(
      'delivered',
    );
    await pay('order-3', first);
    const send = async () => answered(200, { card: 'c3' }, settled('0xthird'));
    const again = { journal, rowId: 'order-3', now: () => 6_000, findProduct, send };
    expect((await sendRow(again)).row).toMatchObject({ state: 'delivered', cardId: 'c3' });
  });

  test('it is kept from the account’s list as well, until the chain has its word', async () => {
    await pay('order-1', first);
    const { row } = await pay('order-2', first);
    const listing = {
      kind: 'listed' as const,
      products: [{ id: 'c2', kind: 'us-card', amountCents: 5000, orderedAtMs: 5_000 }],
    };
    const rows = [summaryOf(row)];
    const said = (chain: ChainVerdict) => decide(summaryOf(row), { chain, listing, rows });
    expect(said({ kind: 'unreadable', why: '' })).toEqual({ kind: 'nothing' });
    expect(said({ kind: 'settled', transaction: '0x2', atSec: 5 })).toMatchObject({
      to: 'delivered',
      patch: { cardId: 'c2' },
    });
  });

  test('the same when Laso is asked again for what was paid: it stays paid, not delivered', async () => {
    await pay('order-1', first);
    const lost = answered(200, { success: true }, settled('0xsecond'));
    await pay('order-2', lost, { review: reviewOf({ orderId: 'order-2', paymentId: 'laso-00000000' }) });
    const send = vi.fn(async () => first);
    const { row, error } = await askRow({ journal, rowId: 'order-2', now: () => 9_000, findProduct, send });
    expect(row).toMatchObject({ state: 'paid-not-delivered', cardId: null });
    expect(error?.message).toMatch(/card of another payment/);
  });
});

describe('A4: a code or link that comes only once', () => {
  const secret = (isAnothers: boolean, keep = vi.fn(async () => undefined)) => {
    const product: DeliveredProduct = { cardId: null, keep, isAnothers: async () => isAnothers };
    return { keep, findProduct: () => product };
  };
  test('the very code of another payment is no delivery', async () => {
    const { keep, ...known } = secret(true);
    const { row } = await pay('order-1', first, known);
    expect([row.state, keep.mock.calls.length]).toEqual(['unknown', 0]);
    expect(row.reason).toMatch(/very code or link of another payment/);
  });
  test('with another order’s transaction it is kept all the same, and the payment is not called paid', async () => {
    await pay('order-1', first);
    const { keep, ...fresh } = secret(false);
    const { row } = await pay('order-2', answered(200, {}, settled('0xfirst')), fresh);
    expect([row.state, keep.mock.calls.length]).toEqual(['unknown', 1]);
    // What is kept closes it only with the chain's word.
    const said = (chain: ChainVerdict) =>
      decide(summaryOf(row), { chain, listing: { kind: 'kept' }, rows: [summaryOf(row)] }).kind;
    expect(said({ kind: 'unreadable', why: '' })).toBe('nothing');
    expect(said({ kind: 'settled', transaction: '0x2', atSec: 5 })).toBe('step');
  });
});

test('A4: a delivery is looked up on the chain although Laso named its transaction, and a denial is said aloud', async () => {
  const { row } = await pay('order-1', first);
  expect(row).toMatchObject({ state: 'delivered', transaction: '0xfirst', settledAtSec: null });
  const look = (verdict: ChainVerdict) =>
    reconcile({
      journal,
      chainEvidence: async () => ({ network: 'eip155:8453', findSettlement: async () => verdict }),
      products: { list: async () => ({ kind: 'signed-out' }) },
      now: () => 10_000,
    });
  await look({ kind: 'expired-unused' });
  expect(await journal.get('order-1')).toMatchObject({
    state: 'not-charged',
    reason: expect.stringMatching(/said “Paid”\. That was wrong/),
  });
  await pay('order-2', answered(200, { card: 'c2' }, settled('0x2')));
  await look({ kind: 'settled', transaction: '0x2', atSec: 6 });
  expect(await journal.get('order-2')).toMatchObject({ state: 'delivered', settledAtSec: 6 });
});

test('A4: an error that is not Laso’s own gives no words and no hint as if Laso had said them', async () => {
  const html = answered(402, { errorReason: 'insufficient_funds', message: 'blocked' }, null, 'text/html');
  const { row } = await pay('order-1', html);
  expect(row).toMatchObject({ state: 'unknown', hint: null });
  expect(row.reason).toMatch(/^Something between this page and Laso answered \(402\), not Laso/);
  expect(advance(row, 'sent', { atMs: 6_000 }).signed).not.toBeNull();
});

describe('A4: the chain proves the payment, and the answer named another transaction or none', () => {
  const row = { ...summaryOf(rowDelivered()), knownProductIds: null };
  const chain: ChainVerdict = { kind: 'settled', transaction: '0xown', atSec: 100 };
  const card = (id: string) => ({ id, kind: 'us-card', amountCents: 5_000, orderedAtMs: null });
  const decided = (listing: ProductListing) => decide(row, { chain, listing, rows: [row] });

  test('its card stays where the account’s list shows it and no other one', () => {
    expect(decided({ kind: 'listed', products: [card('told')] })).toMatchObject({
      kind: 'amend',
      patch: { transaction: '0xown', settledAtSec: 100 },
    });
  });

  test('a card that the list does not show for it is taken back aloud', () => {
    for (const products of [[card('other')], [card('told'), card('other')]])
      expect(decided({ kind: 'listed', products })).toMatchObject({
        kind: 'step',
        to: 'paid-not-delivered',
        patch: {
          cardId: null,
          candidateIds: products.map(({ id }) => id),
          corrected: { from: 'delivered' },
        },
      });
  });

  test('nothing is concluded without the whole list', () => {
    expect(decided({ kind: 'listed', products: [] })).toEqual({ kind: 'nothing' });
    expect(decided({ kind: 'listed', products: [card('told')], partial: true })).toEqual({ kind: 'nothing' });
    expect(decided({ kind: 'unreadable' })).toEqual({ kind: 'nothing' });
  });

  test('an answer that named the payment’s own transaction is believed', () => {
    const named = { ...row, transaction: '0xOWN' };
    const listing = { kind: 'listed', products: [card('other')] } as const;
    expect(decide(named, { chain, listing, rows: [named] })).toMatchObject({ kind: 'amend' });
  });
});

function rowDelivered() {
  const signing = rowOf(reviewOf(), 50_000);
  const payload = signedPayment();
  const patch = { signed: payload, marks: { nonce: payload.nonce }, validBeforeSec: payload.validBeforeSec };
  const signed = advance(signing, 'signed', { atMs: 60_000, patch });
  const sent = advance(signed, 'sent', { atMs: 70_000, patch: { sends: 1 } });
  return advance(sent, 'delivered', { atMs: 80_000, patch: { cardId: 'told' } });
}
