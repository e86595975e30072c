import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { apiOriginsOf, type NetworkConfig } from '#config/config-schema.ts';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { database } from '#storage/database.ts';
import { createChainReader } from './evm/chain-reader.ts';
import { ACCOUNT, fakeWallet } from './evm/fake-wallet.ts';
import { preflight } from './evm/preflight.ts';
import { createEvmSigner } from './evm/signer.ts';
import { checkQuote } from './guard.ts';
import { createJournal } from './journal.ts';
import { isJsonObject } from './json-object.ts';
import { reviewOrder } from './order-review.ts';
import { payOrder } from './pay.ts';
import { requestQuote } from './transport.ts';

let sandbox: Sandbox;
const journal = createJournal({ open: database });

beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:1' });
}, 60_000);
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.faults.clear();
  await (await database()).clear('payments');
});

async function quoted(cents = 5000) {
  const network = sandbox.config.networks[0] as NetworkConfig;
  const requestUrl = `${sandbox.url}/get-card?amount=${cents / 100}&format=json`;
  const exact = BigInt(cents) * 10_000n;
  const order = { requestUrl, exactAmountAtomic: exact, maxAmountAtomic: exact };
  const trusted = { network, apiOrigins: apiOriginsOf(sandbox.config) };
  const challenge = await requestQuote(requestUrl);
  return { network, order, trusted, challenge, ...checkQuote({ challenge, order, trusted }) };
}

async function pay() {
  const { challenge, offer, order, trusted, network, findings } = await quoted();
  expect(findings).toEqual([]);
  if (!offer) throw new Error('no offer');
  const review = reviewOrder({
    challenge,
    offer,
    order,
    trusted,
    payer: ACCOUNT.address,
    accountOnScreen: null,
    product: { kind: 'us-card', amountCents: 5000 },
    nowMs: Date.now(),
  });
  const wallet = fakeWallet();
  const reader = createChainReader(network);
  const checked = await preflight({ review, walletChainId: 8453, reader, nowMs: Date.now });
  const before = await reader.readUsdcBalance(review.payTo);
  const signer = createEvmSigner({ review, connection: { address: ACCOUNT.address, provider: wallet } });
  const result = await payOrder({ review, signer, journal, findProduct: cardIn });
  const paid = (await reader.readUsdcBalance(review.payTo)) - before;
  const signatures = wallet.calls.filter(({ method }) => method === 'eth_signTypedData_v4').length;
  return { ...result, checked, paid, signatures };
}

const cardIn = (body: unknown) => {
  const card = isJsonObject(body) ? body['card'] : null;
  return isJsonObject(card) && typeof card['card_id'] === 'string' ? { cardId: card['card_id'] } : null;
};

test('an order of $50: one signature, exactly 50,000,000 to Laso, a transaction that exists', async () => {
  const { row, paid, signatures, checked, error } = await pay();
  expect({ state: row.state, paid, signatures, error }).toEqual({
    state: 'delivered',
    paid: 50_000_000n,
    signatures: 1,
    error: null,
  });
  expect(checked.findings).toEqual([]);
  expect(row.cardId).toBeTruthy();
  const answer = await fetch(sandbox.rpcUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'eth_getTransactionReceipt',
      params: [row.transaction],
    }),
  });
  expect(await answer.json()).toMatchObject({ result: { status: '0x1' } });
});

test.each([
  ['the answer is dropped after settlement', { kind: 'drop-after-settlement' }, 50_000_000n],
  ['the server fails after settlement', { kind: 'error-after-settlement' }, 50_000_000n],
  ['the server fails before settlement', { kind: 'error-before-settlement' }, 0n],
  ['the settlement fails', { kind: 'settlement-failure' }, 0n],
] as const)('unknown, whatever happened to the money: %s', async (_name, fault, moved) => {
  sandbox.faults.add({ route: 'get-card', ...fault });
  const { row, paid, signatures } = await pay();
  expect({ state: row.state, paid, signatures, kept: row.signed !== null }).toEqual({
    state: 'unknown',
    paid: moved,
    signatures: 1,
    kept: true,
  });
  expect(row.reason).toBeTruthy();
});

test.each([
  ['recipient', { 'accepts.0.payTo': ACCOUNT.address }],
  ['asset', { 'accepts.0.asset': ACCOUNT.address }],
  ['no-offer', { 'accepts.0.network': 'eip155:1' }],
  ['amount', { 'accepts.0.amount': '50000001' }],
  ['transfer-method', { 'accepts.0.extra.assetTransferMethod': 'permit2' }],
  ['token-domain', { 'accepts.0.extra.name': 'USDC' }],
])('S20: a challenge with another %s is refused with a sentence', async (code, patch) => {
  sandbox.faults.add({ route: 'get-card', kind: 'changed-challenge', patch });
  expect((await quoted()).findings.map((finding) => finding.code)).toEqual([code]);
});

test('the server’s refusal of an amount is shown as it is', async () => {
  await expect(quoted(200_000)).rejects.toMatchObject({
    kind: 'bad-request',
    serverMessage: expect.stringMatching(/1000|amount/i),
  });
});
