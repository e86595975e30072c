import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiOriginsOf } from '#config/api-origins.ts';
import type { NetworkConfig } from '#config/config-schema.ts';
import { BASE, SOLANA } from '#domain/chain.ts';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { database } from '#storage/database.ts';
import { checkQuote } from '../quote/guard.ts';
import { createJournal } from '../journal/journal.ts';
import { isJsonObject } from '../quote/json-object.ts';
import { reviewOrder } from '../quote/order-review.ts';
import { payOrder } from '../pay/pay.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { requestQuote } from '../quote/transport.ts';
import { createSolanaReader } from './chain-reader.ts';
import { createSolanaEvidence, FINAL_AFTER_BLOCKS } from './evidence.ts';
import { fakeWallet, withLighthouse } from '../testing/solana/fake-wallet.ts';
import { preflight } from './preflight.ts';
import { BLOCKHASH_LIFE_BLOCKS } from './programs.ts';
import { createSolanaSigner } from './signer.ts';
import { LASO } from '../testing/solana/order.ts';

let sandbox: Sandbox;
let network: NetworkConfig;
const journal = createJournal({ open: database });

beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:1' });
  const found = sandbox.config.networks.find(({ id }) => id === SOLANA);
  if (!found) throw new Error('the sandbox has no Solana');
  network = found;
}, 60_000);
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  await (await database()).clear('payments');
  const { address } = await fakeWallet();
  await solana().fund(address, 200_000_000n);
});
const solana = () => {
  if (!sandbox.solana) throw new Error('the sandbox has no Solana');
  return sandbox.solana;
};

async function quoted() {
  const requestUrl = `${sandbox.url}/get-card?amount=50&format=json`;
  const limits = { requestUrl, exactAmountAtomic: 50_000_000n, maxAmountAtomic: 50_000_000n };
  const trusted = { network, apiOrigins: apiOriginsOf(sandbox.config) };
  const challenge = await requestQuote(requestUrl);
  return { limits, trusted, challenge, ...checkQuote({ challenge, limits, trusted }) };
}

const cardIn = (body: unknown) => {
  const card = isJsonObject(body) ? body['card'] : null;
  return isJsonObject(card) && typeof card['card_id'] === 'string' ? { cardId: card['card_id'] } : null;
};

async function pay(habits: Parameters<typeof fakeWallet>[0] = {}) {
  const { challenge, offer, limits, trusted, findings } = await quoted();
  expect(findings).toEqual([]);
  if (!offer) throw new Error('no offer');
  const wallet = await fakeWallet(habits);
  const review = reviewOrder({
    challenge,
    offer,
    limits,
    trusted,
    payer: wallet.address,
    accountOnScreen: null,
    order: { kind: 'us-card', amountCents: 5000 },
    nowMs: Date.now(),
  });
  const before = await solana().usdcBalanceOf(LASO);
  const signer = createSolanaSigner({ review, network, connection: { address: wallet.address, wallet } });
  const result = await payOrder({ review, signer, journal, findProduct: cardIn });
  const paid = (await solana().usdcBalanceOf(LASO)) - before;
  return { ...result, paid, signatures: wallet.signatures, wallet };
}

const look = () =>
  reconcile({
    journal,
    chainEvidence: async () => createSolanaEvidence({ network }),
    products: { list: async () => ({ kind: 'signed-out' }) },
  });
const stateNow = async (id: string) => (await journal.get(id))?.state;

test('the challenge offers Base first, then Solana with a fee payer of its own', async () => {
  const { challenge, offer } = await quoted();
  expect(challenge.offers.map((each) => each.network)).toEqual([BASE, SOLANA]);
  expect(offer?.extra['feePayer']).toMatch(/^[1-9A-HJ-NP-Za-km-z]{32,44}$/);
});

test('an order of $50: one signature, exactly 50,000,000 to Laso, a transaction that exists', async () => {
  const { row, paid, signatures, error } = await pay();
  expect({ state: row.state, paid, signatures, error }).toEqual({
    state: 'delivered',
    paid: 50_000_000n,
    signatures: 1,
    error: null,
  });
  expect(row.cardId).toBeTruthy();
  expect(solana().transaction(row.transaction ?? '')?.outcome.err).toBeNull();
});

test('four days named: the payment lives as long as its blockhash, about a minute, and is settled', async () => {
  sandbox.switches.maxTimeoutSeconds = 345_600;
  const { row, paid, signatures } = await pay();
  expect({ state: row.state, paid, signatures }).toEqual({
    state: 'delivered',
    paid: 50_000_000n,
    signatures: 1,
  });
  expect((row.validBeforeSec ?? 0) - Date.now() / 1_000).toBeLessThan(100);
});

test('the wallet’s balance is read, and too little of it stops the payment before the wallet is asked', async () => {
  const { address } = await fakeWallet();
  const reader = createSolanaReader(network);
  const check = (amountAtomic: string, feePayer = 'x', nowMs = Date.now) =>
    preflight({
      payer: address,
      payTo: LASO,
      amountAtomic,
      feePayer,
      canSign: true,
      reader,
      nowMs,
    });
  expect(await check('50000000')).toEqual({ balanceAtomic: 200_000_000n, findings: [] });
  expect((await check('200000001')).findings.map(({ code }) => code)).toEqual(['balance']);
  expect((await check('1', address)).findings.map(({ code }) => code)).toEqual(['fee-payer']);
  const anHourAhead = () => Date.now() + 3_600_000;
  expect((await check('1', 'x', anHourAhead)).findings.map(({ code }) => code)).toEqual(['clock']);
});

test.each([1, 3])('%d assertions after the payment are taken', async (after) => {
  const { row, paid } = await pay({ change: withLighthouse({ after }) });
  expect({ state: row.state, paid }).toEqual({ state: 'delivered', paid: 50_000_000n });
});

test('Phantom’s layout: explained, not charged, nothing sent', async () => {
  const { row, paid, error } = await pay({ change: withLighthouse({ before: 3, after: 1 }) });
  expect({ state: row.state, paid, kind: error?.kind }).toEqual({
    state: 'not-charged',
    paid: 0n,
    kind: 'wallet-unsupported',
  });
  expect(row.reason).toMatch(/Pay on Base/);
  expect(row.signed).toBeNull();
});

test('a refusal in the wallet: not charged', async () => {
  const refused = () => Promise.reject(Object.assign(new Error('no'), { code: 4001 }));
  const { row, paid, signatures } = await pay({ answer: refused });
  expect({ state: row.state, paid, signatures }).toEqual({ state: 'not-charged', paid: 0n, signatures: 1 });
});

describe('what the chain proves afterwards', () => {
  test.each([
    ['drop-after-settlement', {}],
    ['error-after-settlement', {}],
  ] as const)('%s: paid, and the transaction is found without a second signature', async (kind, more) => {
    sandbox.faults.add({ route: 'get-card', kind, ...more });
    const { row, paid, signatures } = await pay();
    expect({ state: row.state, paid, signatures }).toEqual({
      state: 'unknown',
      paid: 50_000_000n,
      signatures: 1,
    });
    await look();
    const found = await journal.get(row.id);
    expect(found?.state).toBe('paid-not-delivered');
    expect(found?.reason).toMatch(/Paid on chain/);
    expect(solana().transaction(found?.transaction ?? '')?.outcome.err).toBeNull();
  });

  test.each(['error-before-settlement', 'settlement-failure', 'expired-blockhash'] as const)(
    '%s: unknown, and "not charged" only once it can never land',
    async (kind) => {
      sandbox.faults.add({ route: 'get-card', kind });
      const { row, paid } = await pay();
      expect({ state: row.state, paid }).toEqual({ state: 'unknown', paid: 0n });
      const [seen] = await look();
      expect(['open', 'expired-unused']).toContain(seen?.chain.kind);
      if (kind !== 'expired-blockhash') expect(await stateNow(row.id)).toBe('unknown');
      solana().advanceBlocks(BLOCKHASH_LIFE_BLOCKS + FINAL_AFTER_BLOCKS + 40);
      await look();
      expect(await stateNow(row.id)).toBe('not-charged');
    },
  );

  test('nodes that have forgotten that time leave it unknown, however late it is', async () => {
    sandbox.faults.add({ route: 'get-card', kind: 'drop-after-settlement' });
    const { row, paid } = await pay();
    expect(paid).toBe(50_000_000n);
    solana().dropHistory();
    solana().advanceBlocks(5_000);
    const [seen] = await look();
    expect(seen?.chain).toMatchObject({ kind: 'unreadable', why: expect.stringMatching(/no longer keep/) });
    expect(await stateNow(row.id)).toBe('unknown');
  });

  test('settlement_pending: the transaction comes true later, and is found by its own proof', async () => {
    sandbox.faults.add({ route: 'get-card', kind: 'settlement-pending', ms: 600_000 });
    const { row, paid } = await pay();
    expect({ state: row.state, paid, named: row.transaction !== null }).toEqual({
      state: 'unknown',
      paid: 0n,
      named: true,
    });
    await look();
    expect(await stateNow(row.id)).toBe('unknown');
    await sandbox.held.mine();
    await look();
    const found = await journal.get(row.id);
    expect([found?.state, found?.transaction]).toEqual(['paid-not-delivered', row.transaction]);
  });
});
