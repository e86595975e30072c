import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { accountIdOf } from '#domain/account.ts';
import { createSandbox, type Sandbox } from '#sandbox/app.ts';
import { database } from '#storage/database.ts';
import { FINAL_AFTER_SEC, type ProductEvidence } from './evidence.ts';
import { ACCOUNT } from '../testing/evm/fake-wallet.ts';
import { createEvmEvidence } from '../evm/evidence.ts';
import { createJournal } from '../journal/journal.ts';
import { reconcile } from './reconcile.ts';
import { sendRow } from '../pay/row-actions.ts';
import { baseNetworkOf, buyAt, cardIn } from '../testing/evm/paying.ts';

let sandbox: Sandbox;
const journal = createJournal({ open: database });
const account = accountIdOf(ACCOUNT.address);

beforeAll(async () => {
  sandbox = await createSandbox({ dashboardUrl: 'http://127.0.0.1:1' });
}, 60_000);
afterAll(() => sandbox.close());
beforeEach(async () => {
  sandbox.faults.clear();
  sandbox.switches.maxTimeoutSeconds = null;
  await (await database()).clear('payments');
});

const cards = () => sandbox.store.cardsOf(account);
const chainNow = async () => Number((await sandbox.chain.publicClient.getBlock()).timestamp) * 1000;
const buy = async (fault: Parameters<Sandbox['faults']['add']>[0]['kind'] | null, cents = 5000) => {
  if (fault) sandbox.faults.add({ route: 'get-card', kind: fault });
  const knownProductIds = cards().map(({ cardId }) => cardId);
  // The chain of these tests may be ahead: its clock is moved.
  const ahead = (await chainNow()) - Date.now();
  return buyAt(sandbox.config, journal, {
    cents,
    knownProductIds,
    nowMs: () => Date.now() + Math.max(0, ahead),
  });
};
const products = (signedIn: boolean): ProductEvidence => ({
  list: async () =>
    signedIn
      ? {
          kind: 'listed',
          products: cards().map(({ cardId, usdAmountCents }) => ({
            id: cardId,
            kind: 'us-card',
            amountCents: usdAmountCents,
            orderedAtMs: null,
          })),
        }
      : { kind: 'signed-out' },
});
const look = (signedIn = true) => {
  const evidence = createEvmEvidence({ network: baseNetworkOf(sandbox.config) });
  return reconcile({ journal, chainEvidence: async () => evidence, products: products(signedIn) });
};

test('R4: an answer lost after settlement is found on the chain and in the card list, without a signature', async () => {
  const { row, signatures } = await buy('drop-after-settlement');
  expect([row.state, signatures]).toEqual(['unknown', 1]);
  await look();
  const found = await journal.get(row.id);
  expect(found).toMatchObject({ state: 'delivered', cardId: cards()[0]?.cardId, signed: null });
  const receipt = await sandbox.chain.publicClient.getTransactionReceipt({
    hash: `0x${found?.transaction?.slice(2) ?? ''}`,
  });
  expect(receipt.status).toBe('success');
});

test('a first-time wallet: paid on chain, then, signed in, delivered', async () => {
  const { row } = await buy('drop-after-settlement');
  await look(false);
  expect(await journal.get(row.id)).toMatchObject({
    state: 'paid-not-delivered',
    transaction: /^0x/,
    reason: /^Paid on chain\. Sign in/,
  });
  await look(true);
  expect(await journal.get(row.id)).toMatchObject({ state: 'delivered', reason: null });
});

test('R7: the identical payload again: recovered where it had not settled, never paid twice where it had', async () => {
  const before = await sandbox.chain.usdcBalanceOf(
    `0x${baseNetworkOf(sandbox.config).payTo[0]?.slice(2) ?? ''}`,
  );
  const lost = await buy('error-before-settlement', 1_000);
  const settled = await buy('drop-after-settlement', 2_000);
  for (const { row } of [lost, settled]) await sendRow({ journal, rowId: row.id, findProduct: cardIn });
  const after = await sandbox.chain.usdcBalanceOf(
    `0x${baseNetworkOf(sandbox.config).payTo[0]?.slice(2) ?? ''}`,
  );
  expect(after - before).toBe(30_000_000n);
  expect((await journal.get(lost.row.id))?.state).toBe('delivered');
  expect((await journal.get(settled.row.id))?.state).toBe('unknown');
});

// Last: they move the chain's clock, which cannot go back.
test.each([
  ['as documented', null, 300],
  ['four days named', 345_600, 600],
])(
  'R5: a refused settlement stays unknown until the chain is past its end, then nothing was charged: %s',
  async (_name, named, signedSec) => {
    sandbox.switches.maxTimeoutSeconds = named;
    const startSec = Math.floor(Math.max(Date.now(), await chainNow()) / 1_000);
    const { row } = await buy('settlement-failure');
    expect(row).toMatchObject({ state: 'unknown', hint: { probablyNotCharged: true } });
    const endSec = (row.validBeforeSec ?? 0) + FINAL_AFTER_SEC;
    expect(endSec - FINAL_AFTER_SEC - startSec).toBeLessThanOrEqual(signedSec + 10);
    const [before] = await look();
    expect([before?.chain, (await journal.get(row.id))?.state]).toEqual([
      { kind: 'open', certainAtMs: endSec * 1_000 },
      'unknown',
    ]);
    await sandbox.chain.advance(endSec + 1 - Math.floor((await chainNow()) / 1000));
    await look();
    expect(await journal.get(row.id)).toMatchObject({ state: 'not-charged', signed: null });
  },
);
