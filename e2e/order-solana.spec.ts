import type { Sandbox } from '#sandbox/app.ts';
import { SOLANA_PAY_TO } from '#sandbox/chain/solana-chain.ts';
import { expect, test } from './fixtures.ts';
import { OrderPage } from './pages/order-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { SolanaWallet } from './pages/solana-wallet.ts';
import { stopBeforeCommit } from './stop-before-commit.ts';

const FIFTY = 50_000_000n;
const chainOf = ({ solana }: Sandbox) => {
  if (!solana) throw new Error('the sandbox has no Solana');
  return solana;
};
const received = (sandbox: Sandbox): Promise<bigint> => chainOf(sandbox).usdcBalanceOf(SOLANA_PAY_TO);

test('$50 through wallet-adapter: Laso’s token account rises by 50,000,000, one signature, the card opens', async ({
  page,
  sandbox,
  wallet,
}) => {
  const solana = new SolanaWallet(page, wallet.calls);
  const review = await OrderPage.readyToPay(page, { network: 'Solana' });
  const address = await solana.firstAddress();
  await expect(review.review).toContainText(address);
  await expect(review.review).toContainText('Solana');
  await expect(review.review).toContainText('5,000.00');
  const receipt = await review.pay();
  await expect(receipt.main).toContainText('Receipt');
  expect(await received(sandbox)).toBe(FIFTY);
  expect(solana.signatureRequests()).toBe(1);
  expect(wallet.signatureRequests()).toBe(0);

  const link = receipt.main.locator('a[href*="/tx/"]').first();
  const signature = /\/tx\/(\w+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
  expect(chainOf(sandbox).transaction(signature)?.outcome.err).toBeNull();
  await receipt.openCard();
  await expect(page).toHaveURL(/\/cards\/./);
});

test('only the chosen network’s wallet code is fetched, within its budget, and no node but the configured one is asked', async ({
  page,
  sandbox,
  network,
}) => {
  const order = await OrderPage.open(page);
  await order.chooseNetwork('Solana');
  await network.idle(page);
  const before = new Set((await network.scripts()).map(({ url }) => url));
  const review = await order.review('50');
  await review.getReady();
  const receipt = await review.pay();
  await expect(receipt.main).toContainText('Receipt');

  const fetched = (await network.scripts()).filter(({ url }) => !before.has(url));
  expect(fetched.length).toBeGreaterThan(0);
  expect(fetched.filter(({ url }) => /wagmi|evm-wallets/.test(url))).toEqual([]);
  expect(fetched.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(150_000);
  const configured = [page.url(), sandbox.url, chainOf(sandbox).rpcUrl].map((url) => new URL(url).origin);
  expect(network.origins().filter((origin) => !configured.includes(origin))).toEqual([]);
});

for (const count of [1, 3])
  test(`a wallet that adds ${count} trailing assertion(s) pays all the same`, async ({
    page,
    sandbox,
    wallet,
  }) => {
    const solana = new SolanaWallet(page, wallet.calls);
    const review = await OrderPage.readyToPay(page, { network: 'Solana' });
    await solana.addAssertions('after', count);
    const receipt = await review.pay();
    await expect(receipt.main).toContainText('Receipt');
    expect(await received(sandbox)).toBe(FIFTY);
    expect(solana.signatureRequests()).toBe(1);
  });

test('Phantom’s layout today: said clearly, nothing charged or sent, and Base is one click away', async ({
  page,
  sandbox,
  wallet,
  network,
}) => {
  const solana = new SolanaWallet(page, wallet.calls);
  const review = await OrderPage.readyToPay(page, { network: 'Solana' });
  await solana.addAssertions('phantom');
  await review.payButton.click();
  await expect(review.review.getByRole('alert')).toContainText('added its own safety checks');
  await expect(review.review.getByRole('alert')).toContainText('Nothing was paid');
  expect(await received(sandbox)).toBe(0n);
  expect(network.to('/get-card').filter(({ headers }) => headers['payment-signature'])).toEqual([]);

  await review.review.getByRole('button', { name: 'Use Base instead' }).click();
  const onBase = review;
  await expect(onBase.review).toContainText('Base');
  await onBase.connectWallet();
  const receipt = await onBase.pay();
  await expect(receipt.main).toContainText('Receipt');
  expect(wallet.signatureRequests()).toBe(1);

  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Not charged')).toHaveCount(1);
});

test('declined in the wallet: not charged, and it can be paid after all', async ({
  page,
  sandbox,
  wallet,
}) => {
  const solana = new SolanaWallet(page, wallet.calls);
  const review = await OrderPage.readyToPay(page, { network: 'Solana' });
  await solana.rejectNext();
  await review.payButton.click();
  await expect(review.review).toContainText('You declined in the wallet');
  expect(await received(sandbox)).toBe(0n);
  const receipt = await review.pay();
  await expect(receipt.main).toContainText('Receipt');
  expect(await received(sandbox)).toBe(FIFTY);
});

for (const [what, change, sentence] of [
  ['is locked', (solana: SolanaWallet) => solana.lock(), 'locked'],
  ['changes its account', (solana: SolanaWallet) => solana.useAccount(1), 'another account'],
] as const)
  test(`a wallet that ${what} while it is asked: said at once, not charged`, async ({
    page,
    sandbox,
    wallet,
  }) => {
    const solana = new SolanaWallet(page, wallet.calls);
    const review = await OrderPage.readyToPay(page, { network: 'Solana' });
    await solana.holdNext();
    await review.payButton.click();
    await expect.poll(() => solana.signatureRequests()).toBe(1);
    await change(solana);
    await expect(page.getByRole('main')).toContainText(sentence);
    expect(await received(sandbox)).toBe(0n);
  });

test('the answer is lost after paying: found on the chain, with no second signature', async ({
  page,
  sandbox,
  wallet,
}) => {
  const solana = new SolanaWallet(page, wallet.calls);
  sandbox.faults.add({ route: 'get-card', kind: 'drop-after-settlement' });
  const review = await OrderPage.readyToPay(page, { network: 'Solana' });
  await review.pay();
  await expect(page.getByRole('main')).toContainText('Outcome unknown');
  expect(await received(sandbox)).toBe(FIFTY);
  const payments = await PaymentsPage.open(page);
  // The payer is not signed in: only the chain is evidence.
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
  await expect(payments.rows).toContainText('Paid on chain');
  expect(solana.signatureRequests()).toBe(1);
});

test('nodes that have forgotten the time of a payment leave it unknown: it is never said to be not charged', async ({
  page,
  context,
  sandbox,
}) => {
  const slow = { route: 'get-card', kind: 'slow', when: 'payment', times: 1, ms: 3_600_000 } as const;
  sandbox.faults.add({ ...slow, before: false });
  const review = await OrderPage.readyToPay(page, { network: 'Solana' });
  await review.payButton.click();
  await expect.poll(() => sandbox.waiting.size()).toBe(1);
  expect(await received(sandbox)).toBe(FIFTY);
  await page.close();
  await sandbox.waiting.release();
  chainOf(sandbox).dropHistory();
  chainOf(sandbox).advanceBlocks(5_000);
  const payments = await PaymentsPage.open(await context.newPage());
  await expect(payments.rows).toContainText('no longer keep blocks as old as this payment');
  await expect(payments.withOutcome('Outcome unknown')).toHaveCount(1);
});

test('settlement_pending: unknown until the transaction comes true', async ({ page, sandbox, wallet }) => {
  const solana = new SolanaWallet(page, wallet.calls);
  sandbox.faults.add({ route: 'get-card', kind: 'settlement-pending', ms: 2 ** 40 });
  const review = await OrderPage.readyToPay(page, { network: 'Solana' });
  await review.pay();
  await expect(page.getByRole('main')).toContainText('Outcome unknown');
  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Outcome unknown')).toHaveCount(1);
  await sandbox.held.mine();
  await payments.checkAgain();
  await expect(payments.rows).toContainText('Paid on chain');
  expect(solana.signatureRequests()).toBe(1);
});

test('a blockhash that expires on the way: unknown, then not charged once it can never land', async ({
  page,
  sandbox,
}) => {
  sandbox.faults.add({ route: 'get-card', kind: 'expired-blockhash' });
  const review = await OrderPage.readyToPay(page, { network: 'Solana' });
  await review.pay();
  await expect(page.getByRole('main')).toContainText('Outcome unknown');
  chainOf(sandbox).advanceBlocks(400);
  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Not charged')).toHaveCount(1);
  expect(await received(sandbox)).toBe(0n);
});

test('killed after signing, before sending: never sent by itself, and Send pays with that one signature', async ({
  page,
  context,
  sandbox,
  wallet,
}) => {
  const solana = new SolanaWallet(page, wallet.calls);
  const reached = await stopBeforeCommit(page, 'sent');
  const review = await OrderPage.readyToPay(page, { network: 'Solana' });
  await review.payButton.click();
  await reached();
  await page.close();

  const payments = await PaymentsPage.open(await context.newPage());
  await expect(payments.rows).toContainText('Signed, but never sent');
  expect(await received(sandbox)).toBe(0n);
  await payments.rows.getByRole('button', { name: 'Send' }).click();
  await expect(payments.withOutcome('Paid')).toHaveCount(1);
  expect(await received(sandbox)).toBe(FIFTY);
  expect(solana.signatureRequests()).toBe(1);
});
