import { accountIdOf, shortAddress } from '#domain/account.ts';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { OrderPage } from './pages/order-page.ts';
import type { NetworkLog } from './network-log.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import type { SandboxWallet } from './pages/sandbox-wallet.ts';

const paidRequests = (network: NetworkLog) =>
  network.to('/get-card', 'GET').filter(({ headers }) => 'payment-signature' in headers);

test('a payment declined in the wallet is kept as not charged, and can be tried again', async ({
  page,
  wallet,
  network,
}) => {
  const review = await OrderPage.readyToPay(page);
  await wallet.rejectNext();
  await review.payButton.click();
  await expect(review.review).toContainText('You declined in the wallet. Nothing was paid.');
  expect(paidRequests(network)).toEqual([]);

  await (await review.pay()).transaction();
  expect(wallet.signatureRequests()).toBe(2);
  const payments = await PaymentsPage.open(page);
  await expect(payments.rows).toHaveText([/Paid/, /Not charged.*You declined in the wallet/s]);
});

test('a wallet with too little USDC gets a warning before anything is signed, and can pay once it has enough', async ({
  page,
  sandbox,
  wallet,
}) => {
  const review = await (await OrderPage.open(page)).review('50');
  const address = await wallet.firstAddress();
  await sandbox.chain.fund(`0x${address.slice(2)}`, 49_999_999n);
  await review.connectWallet();
  await expect(review.review.getByRole('alert')).toContainText(/has 49\.999999 USDC.*needs 50\.00/s);
  await expect(review.payButton).toBeDisabled();
  expect(wallet.signatureRequests()).toBe(0);

  await sandbox.chain.fund(`0x${address.slice(2)}`, 50_000_000n);
  await review.review.getByRole('button', { name: 'Check again' }).click();
  await expect(review.payButton).toBeEnabled();
});

test('a wallet on another network is changed to Base before it can pay', async ({ page, wallet }) => {
  const review = await (await OrderPage.open(page)).review('50');
  await wallet.setChain(1);
  await review.connectWallet();
  await expect(review.review.getByRole('alert')).toContainText('The wallet is on another network');
  await expect(review.payButton).toBeDisabled();
  await review.review.getByRole('button', { name: 'Switch the wallet to Base' }).click();
  await expect(review.payButton).toBeEnabled();
  await (await review.pay()).transaction();
  expect(wallet.signatureRequests()).toBe(1);
});

test('a wallet that locks is asked for again, also while its window is open', async ({
  page,
  wallet,
  network,
}) => {
  const review = await OrderPage.readyToPay(page);
  await wallet.lock();
  await expect(review.payButton).toHaveCount(0);
  await review.getReady();

  // It never answers: without its own word that it is gone, the page would wait for minutes.
  const signLate = await wallet.holdNext();
  await review.payButton.click();
  await expect.poll(() => wallet.signatureRequests()).toBe(1);
  await wallet.lock();
  await expect(review.review.getByRole('alert')).toContainText(/wallet is locked.*Nothing was signed/s);
  await expect(review.connectButton).toBeVisible();

  // What it signs all the same is dropped, and the wallet is free for a new order.
  await wallet.unlock();
  await signLate();
  // Unlocked, it is connected again by itself.
  await expect(review.payButton).toBeEnabled();
  await (await review.pay()).transaction();
  expect(paidRequests(network)).toHaveLength(1);
  const payments = await PaymentsPage.open(page);
  await expect(payments.rows).toHaveText([/Paid/, /Not charged.*wallet is locked/s]);
});

test('F14: a locked wallet that answers with no account is to be unlocked; the second try connects and pays', async ({
  page,
  wallet,
}) => {
  const review = await (await OrderPage.open(page)).review('50');
  const unlock = await wallet.answerNoAccounts();
  await review.connectWallet();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('alert')).toContainText('Unlock it and try again.');
  await unlock();
  await dialog.getByRole('button', { name: 'Sandbox wallet' }).click();
  await (await review.pay()).transaction();
  expect(wallet.signatureRequests()).toBe(1);
});

for (const [what, happens, sentence] of [
  ['loses its connection', (wallet: SandboxWallet) => wallet.disconnect(), 'lost its connection'],
  ['changes its account', (wallet: SandboxWallet) => wallet.useAccount(1), 'another account'],
] as const)
  test(`a wallet that ${what} while its window is open is not waited for, and pays nothing`, async ({
    page,
    wallet,
    network,
  }) => {
    const review = await OrderPage.readyToPay(page);
    await wallet.holdNext();
    await review.payButton.click();
    await expect.poll(() => wallet.signatureRequests()).toBe(1);
    await happens(wallet);
    await expect(review.review.getByRole('alert')).toContainText(new RegExp(`${sentence}.*Nothing was`, 's'));
    await expect(review.connectButton.or(review.payButton)).toBeEnabled();
    expect(paidRequests(network)).toEqual([]);
    const payments = await PaymentsPage.open(page);
    await expect(payments.rows).toHaveText([/Not charged/]);
  });

test('a wallet that does not know Base says so, and is not said to have declined', async ({
  page,
  wallet,
}) => {
  const review = await (await OrderPage.open(page)).review('50');
  await wallet.setChain(1);
  await wallet.forgetChain(8453);
  await review.connectWallet();
  await review.review.getByRole('button', { name: 'Switch the wallet to Base' }).click();
  await expect(review.review).toContainText('This wallet does not know Base and did not add it.');
  await expect(review.review).not.toContainText('declined');
  await expect(review.payButton).toBeDisabled();
  expect(wallet.calls.map(({ method }) => method)).toContain('wallet_addEthereumChain');
  expect(wallet.signatureRequests()).toBe(0);
});

test('without an RPC address the page names the key the operator has to set', async ({
  page,
  stage,
  sandbox,
  wallet,
}) => {
  const networks = sandbox.config.networks.map((network) => ({ ...network, rpcUrl: '' }));
  stage.useConfig({ ...sandbox.config, networks });
  const review = await (await OrderPage.open(page)).review('50');
  await review.connectWallet();
  await expect(review.review.getByRole('alert')).toContainText('networks[eip155:8453].rpcUrl');
  await expect(review.payButton).toBeDisabled();
  expect(wallet.signatureRequests()).toBe(0);
});

for (const [words, offsetMs] of [
  ['ahead of', 600_000],
  ['behind', -600_000],
] as const)
  test(`a device clock ten minutes ${words} the chain stops the payment`, async ({ page, wallet }) => {
    await page.clock.install({ time: Date.now() + offsetMs });
    const review = await (await OrderPage.open(page)).review('50');
    await review.connectWallet();
    await expect(review.review.getByRole('alert')).toContainText(
      new RegExp(`clock is (59|60)\\d seconds ${words} the chain.*automatic`, 's'),
    );
    await expect(review.payButton).toBeDisabled();
    expect(wallet.signatureRequests()).toBe(0);
  });

test('a payer whose account is not the one on screen is warned first, and has both afterwards', async ({
  page,
  sandbox,
  wallet,
  signIn,
}) => {
  await signIn('busy');
  const review = await (await OrderPage.open(page)).review('50');
  await review.connectWallet();
  const payer = accountIdOf(await wallet.firstAddress());
  await expect(review.review).toContainText(
    'This card will belong to the paying wallet’s account, not to the one on screen',
  );
  await expect(review.review).toContainText(await wallet.firstAddress());
  await (await review.pay()).openCard();
  const menu = await AccountMenu.open(page);
  for (const account of [payer, sandbox.accounts.busy])
    await expect(menu.items.filter({ hasText: shortAddress(accountIdOf(account)) })).toHaveCount(1);
});

test('a payer whose account is on screen gets no warning', async ({ page, wallet, signIn }) => {
  await signIn('busy');
  const review = await (await OrderPage.open(page)).review('50');
  await wallet.useAccount(4);
  await review.getReady();
  await expect(review.review).not.toContainText('paying wallet’s account');
});
