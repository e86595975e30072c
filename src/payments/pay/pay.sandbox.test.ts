import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { database } from '#storage/database.ts';
import { createChainReader } from '../evm/chain-reader.ts';
import { ACCOUNT } from '../testing/evm/fake-wallet.ts';
import { preflight } from '../evm/preflight.ts';
import { baseNetworkOf, buyAt, cardIn, quotedAt } from '../testing/evm/paying.ts';
import { createJournal } from '../journal/journal.ts';
import { sendRow } from './row-actions.ts';

let sandbox: Sandbox;
const journal = createJournal({ open: database });

beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:1' });
}, 60_000);
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.faults.clear();
  sandbox.switches.x402Version = 2;
  sandbox.switches.paymentIdentifier = false;
  sandbox.switches.maxTimeoutSeconds = null;
  await (await database()).clear('payments');
});

const quoted = (cents?: number) => quotedAt(sandbox.config, cents);

async function pay() {
  const reader = createChainReader(baseNetworkOf(sandbox.config));
  const payTo = baseNetworkOf(sandbox.config).payTo[0] ?? '';
  const order = { payer: ACCOUNT.address, amountAtomic: '50000000' };
  const checked = await preflight({ review: order, walletChainId: 8453, reader, nowMs: Date.now });
  const before = await reader.readUsdcBalance(payTo);
  const result = await buyAt(sandbox.config, journal);
  return { ...result, checked, paid: (await reader.readUsdcBalance(payTo)) - before };
}

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

test('a version 1 challenge is paid, and its answer is read', async () => {
  sandbox.switches.x402Version = 1;
  const { row, paid, signatures, review } = await pay();
  expect(review.challengeRaw['x402Version']).toBe(1);
  expect({ state: row.state, paid, signatures }).toEqual({
    state: 'delivered',
    paid: 50_000_000n,
    signatures: 1,
  });
  expect(row.transaction).toMatch(/^0x[0-9a-f]{64}$/);
});

describe.each([1, 2] as const)(
  'version %s: the facilitator settles what ends before the server’s limit',
  (version) => {
    test.each([30, 601, 3_600, 345_600])('%s s named', async (named) => {
      sandbox.switches.x402Version = version;
      sandbox.switches.maxTimeoutSeconds = named;
      const startSec = Math.floor(Date.now() / 1_000);
      const { row, paid, signatures, review } = await pay();
      expect({ state: row.state, paid, signatures }).toEqual({
        state: 'delivered',
        paid: 50_000_000n,
        signatures: 1,
      });
      expect(review.maxTimeoutSeconds).toBe(named);
      const life = (row.validBeforeSec ?? 0) - startSec;
      expect(life).toBeGreaterThanOrEqual(Math.min(named, 600));
      expect(life).toBeLessThanOrEqual(Math.min(named, 600) + 10);
    });
  },
);

test('with a payment identifier a lost answer comes with the same payload sent again', async () => {
  sandbox.switches.paymentIdentifier = true;
  sandbox.faults.add({ route: 'get-card', kind: 'drop-after-settlement' });
  const { row, paid } = await pay();
  expect([row.state, paid, row.paymentId]).toEqual(['unknown', 50_000_000n, expect.any(String)]);
  const again = await sendRow({ journal, rowId: row.id, findProduct: cardIn });
  expect(again.row).toMatchObject({ state: 'delivered', cardId: expect.any(String), sends: 2 });
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
