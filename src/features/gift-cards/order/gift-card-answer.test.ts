import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { findProductOf } from '#payments/quote/product.ts';
import { createJournal } from '#payments/journal/journal.ts';
import { payOrder } from '#payments/pay/pay.ts';
import { answered, PAYER, reviewOf, signedPayment } from '#payments/testing/order-builders.ts';
import { sendPaid } from '#payments/quote/transport.ts';
import { database } from '#storage/database.ts';
import { createVault } from '#storage/vault.ts';
import { giftCardProduct } from './gift-card-order.ts';
import type { GiftCardToOrder } from './gift-card-to-order.ts';

// What node has none of: the question before a page with an unsaved code is closed.
vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('removeEventListener', () => undefined);

const journal = createJournal({ open: database });
const vault = createVault({ open: database, isLocked: () => false });
const product = giftCardProduct(vault);
const order: GiftCardToOrder = {
  kind: 'gift-card',
  id: 'steam-us',
  name: 'Steam',
  country: 'US',
  amountCents: 5_000,
  units: 5_000,
  exponent: 2,
  currency: 'USD',
};

afterEach(async () => {
  const db = await database();
  await Promise.all([db.clear('payments'), db.clear('vault')]);
});

const pay = (orderId: string, send: typeof sendPaid) =>
  payOrder({
    acknowledgedRowIds: ['order-1', 'order-2'],
    review: reviewOf({ orderId, product: order }),
    signer: { payer: PAYER, sign: async () => signedPayment({ nonce: orderId }) },
    journal,
    findProduct: findProductOf(product, order, () => undefined),
    now: () => 5_000,
    send,
  });

test('F1: digits of a code and a PIN that come as JSON numbers are kept as they were sent', async () => {
  const body =
    '{"gift_card":{"card_id":"g1","amount":50,"currency":"USD","redemption_code":6006491234567890123,"pin_code":90071992547409931}}';
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  const fetch = async () => new Response(body, { headers });
  const { row } = await pay('order-1', (url, signed) => sendPaid(url, signed, { fetch }));
  expect(row.state).toBe('delivered');
  const kept = await vault.read('order-1');
  expect([kept.code?.reveal(), kept.pin?.reveal()]).toEqual(['6006491234567890123', '90071992547409931']);
});

test('A4: an answer with the very code of another payment is no delivery, and the code is kept once', async () => {
  const cached = answered(200, { gift_card: { redemption_code: 'CODE-1' } });
  expect((await pay('order-1', async () => cached)).row.state).toBe('delivered');
  const { row } = await pay('order-2', async () => cached);
  expect(row).toMatchObject({ state: 'unknown', signed: { nonce: 'order-2' } });
  expect((await vault.list()).map(({ id }) => id)).toEqual(['order-1']);
  const other = answered(200, { gift_card: { redemption_code: 'CODE-2' } });
  expect((await pay('order-3', async () => other)).row.state).toBe('delivered');
});
