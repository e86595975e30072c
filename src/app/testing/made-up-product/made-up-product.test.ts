import 'fake-indexeddb/auto';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseConfig } from '#config/config-schema.ts';
import { accountIdOf } from '#domain/account.ts';
import { BASE } from '#domain/chain.ts';
import { otherPayer } from '#domain/signals/payments.ts';
import { payForOrder } from '#features/orders/mutations.ts';
import { quoteOrder } from '#features/orders/order-quote.ts';
import { paymentActivity } from '#features/payments/activity.ts';
import { createCardEvidence } from '#features/payments/card-evidence.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import type { PaymentSummary } from '#payments/journal/payment-row.ts';
import { createModelChain } from '#payments/testing/evm/chain.ts';
import { createModelLaso, type ServerFault } from '#payments/testing/model-laso.ts';
import {
  challengeRaw,
  encoded,
  NETWORK,
  offerRaw,
  ORIGIN,
  PAYER,
  signedPayment,
} from '#payments/testing/order-builders.ts';
import { database } from '#storage/database.ts';
import { fakeWalletPort } from '#testing/fake-wallet-port.ts';
import { testClient, answering } from '#testing/laso-client.ts';
import { knownPayments } from '../../watch/known-payments.ts';
import { PaymentLinks } from '../../order/payment-links.tsx';
import { findProductFor } from '../../order/products.ts';
import { readSeatOrder, seatProduct } from './made-up-product.ts';

// The two entries that a new product has in tables. Everything else of it is in this folder.
vi.mock(import('#domain/product-facts.ts'), async (load) => {
  const { PRODUCT_FACTS } = await load();
  const { MADE_UP_FACTS, MADE_UP_KIND } = await import('./made-up-facts.ts');
  return { PRODUCT_FACTS: { ...PRODUCT_FACTS, [MADE_UP_KIND]: MADE_UP_FACTS } };
});
vi.mock(import('../../order/sold-products.ts'), async (load) => {
  const { SOLD_PRODUCTS } = await load();
  const { soldProduct } = await import('../../order/sold-product.ts');
  const { seatProduct: product } = await import('./made-up-product.ts');
  return { SOLD_PRODUCTS: { ...SOLD_PRODUCTS, 'made-up': soldProduct(product()) } };
});

const config = parseConfig({
  apiBaseUrl: ORIGIN,
  identityToolkitUrl: ORIGIN,
  firebaseApiKey: '',
  firebaseProjectId: '',
  supportEmail: 'agents+support@laso.finance',
  networks: [NETWORK],
  redemptionHosts: [],
  imageHosts: [],
});
const OTHER = accountIdOf('0x00000000000000000000000000000000000000aa');

beforeEach(async () => {
  await (await database()).clear('payments');
});
afterEach(() => vi.unstubAllGlobals());

/** A Laso that sells seats at `atomic`, or at the amount of the request. */
function sellSeats({ fault = 'none', atomic }: { fault?: ServerFault; atomic?: string } = {}) {
  const laso = createModelLaso(createModelChain(), () => 0);
  let nonces = 0;
  const createSigner = async () => ({
    payer: PAYER,
    sign: async () => {
      nonces += 1;
      return signedPayment({ nonce: `0x${String(nonces).padStart(64, '0')}` });
    },
  });
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    const amountCents = Math.round(Number(new URL(url).searchParams.get('amount')) * 100);
    const amount = atomic ?? String(amountCents * 10_000);
    if (!new Headers(init?.headers).has('PAYMENT-SIGNATURE')) {
      const challenge = { ...challengeRaw, resource: { url }, accepts: [{ ...offerRaw, amount }] };
      return Response.json({}, { status: 402, headers: { 'PAYMENT-REQUIRED': encoded(challenge) } });
    }
    const nonce = `0x${String(nonces).padStart(64, '0')}`;
    const answer = laso.take({ signed: signedPayment({ nonce }), amountAtomic: amount, amountCents }, fault);
    if (answer.kind === 'silent') throw answer.cause;
    return Response.json(answer.body, { status: answer.status });
  });
  return fakeWalletPort({
    network: NETWORK,
    address: PAYER,
    signMessage: () => Promise.reject(new Error('nothing else is signed')),
    createSigner,
  });
}

async function quoteSeat(amount = '12.50', seat = 'B7') {
  const order = readSeatOrder({ amount, seat });
  if (!order) throw new Error('The form gave no order.');
  return quoteOrder(config, seatProduct(), { order, networkId: BASE });
}

async function buySeat(wallets: ReturnType<typeof sellSeats>, seat = 'B7') {
  return payForOrder({
    product: seatProduct(),
    quote: await quoteSeat('12.50', seat),
    wallets,
    payer: PAYER,
    accountOnScreen: OTHER,
    knownProductIds: null,
    onRow: () => undefined,
    isHidden: () => false,
    firebaseProjectId: '',
  });
}

const linksOf = (row: PaymentSummary): string =>
  renderToStaticMarkup(createElement(MemoryRouter, null, createElement(PaymentLinks, { row })));

test('its fields become an order, and the order a quote that may be paid', async () => {
  sellSeats();
  expect(readSeatOrder({ amount: 'much', seat: 'B7' })).toBeNull();
  const { findings, words, offer, challenge } = await quoteSeat();
  expect(findings).toEqual([]);
  expect(words.get).toEqual({ what: 'Seat B7', cents: 1_250 });
  expect(offer?.amountAtomic).toBe(12_500_000n);
  expect(challenge.requestUrl).toBe(`${ORIGIN}/get-seat?amount=12.5&seat=B7`);
});

test('the guard rejects another price than its own', async () => {
  sellSeats({ atomic: '12500001' });
  expect((await quoteSeat()).findings.map(({ code }) => code)).toEqual(['amount']);
});

test('paid, it is in the journal, in Activity and in what needs attention, under its own name', async () => {
  const { row, delivered, error } = await buySeat(sellSeats());
  expect([row.state, error]).toEqual(['delivered', null]);
  expect(delivered).toEqual({ ticket: 'card-1' });
  const entries = await journal.list();
  expect(entries).toMatchObject([
    { kind: 'row', row: { product: { kind: 'made-up', amountCents: 1_250, seat: 'B7' } } },
  ]);
  expect(paymentActivity(entries, '/payments')).toMatchObject([
    { title: 'Concert seat', kind: 'purchase', amountCents: 1_250, direction: 'out', status: 'Paid' },
  ]);
  expect(otherPayer(knownPayments(entries)).map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^A concert seat of 12\.50 USDC was paid by /),
  ]);
  expect(linksOf(row)).toMatch(/href="\/seats".*Open the ticket/);
});

test('without an answer its outcome is unknown, and only the same order is a repeat', async () => {
  const { row } = await buySeat(sellSeats({ fault: 'drop-after' }));
  expect(row.state).toBe('unknown');
  const wallets = sellSeats();
  await expect(buySeat(wallets)).rejects.toMatchObject({ kind: 'possible-repeat', rowIds: [row.id] });
  expect((await buySeat(wallets, 'B8')).row.state).toBe('delivered');
});

test('its evidence, a second answer and "Order again" are its own', async () => {
  const { row } = await buySeat(sellSeats({ fault: 'drop-after' }));
  const { client } = testClient(answering());
  expect(await createCardEvidence({ client, isSignedIn: () => true }).list(row)).toEqual({
    kind: 'not-listed',
  });
  expect(findProductFor(row)({ card: 'ticket-1' })).toMatchObject({ cardId: null });
  const { id } = row;
  expect(linksOf({ ...row, state: 'not-charged' })).toMatch(
    new RegExp(`href="/order/seat\\?amount=12.5&amp;retry=${id}".*Order again`),
  );
});
