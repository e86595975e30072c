import { readStores } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { PushPage } from './pages/push-page.ts';

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';
const CANARY = 'CANARY-8f2k';
const GOOD_URL = `https://pay.runa.io/${CANARY}`;

test('100 paid: 95.41 for the recipient, one signature, exactly 100 USDC, and the link on screen and after a reload', async ({
  page,
  sandbox,
  wallet,
  network,
  consoleLines,
}) => {
  sandbox.switches.redemptionUrl = GOOD_URL;
  const before = await sandbox.chain.usdcBalanceOf(PAY_TO);
  const push = await PushPage.open(page);
  await push.amount.fill('100');
  await expect(push.main).toContainText(/Recipient gets\s*\$95\.41/);
  await expect(push.main).toContainText('U.S. debit cards only');
  const review = await push.review('100');
  await expect(review.review).toContainText(/Recipient gets.*\$95\.41/s);
  await expect(review.review).toContainText(/Fee.*\$4\.59/s);
  await review.connectWallet();
  const receipt = await review.pay();

  const hash = await receipt.transaction();
  const mined = await sandbox.chain.publicClient.getTransactionReceipt({ hash: `0x${hash.slice(2)}` });
  expect(mined.status).toBe('success');
  expect((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before).toBe(100_000_000n);
  expect(wallet.signatureRequests()).toBe(1);
  await expect(receipt.main).toContainText(/Recipient gets.*\$95\.41/s);
  await expect(push.completeLink).toHaveAttribute('href', GOOD_URL);
  await expect(push.completeLink).toHaveAttribute('target', '_blank');
  await expect(push.completeLink).toHaveAttribute('rel', 'noopener noreferrer');
  expect(
    network.to('/get-push-to-card', 'GET').filter(({ headers }) => 'payment-signature' in headers),
  ).toHaveLength(1);

  // Only its owner's click brings the link out of the vault; nowhere else is it in plain text.
  await PushPage.open(page);
  await expect(push.transfers).toHaveText([/\$95\.41.*Not completed yet/s]);
  await expect(
    push.main.getByRole('status').filter({ hasText: '1 transfer is not completed yet' }),
  ).toBeVisible();
  expect(JSON.stringify([await readStores(page), await page.content(), consoleLines])).not.toContain(CANARY);
  await push.showLink(push.transfers.first());
  await expect(push.completeLink).toHaveAttribute('href', GOOD_URL);
  await push.transfers.getByRole('button', { name: 'Mark as completed' }).click();
  await expect(push.transfers).toHaveText([/Completed/]);
  await expect(push.main).not.toContainText('not completed yet');
  expect(await page.content()).not.toContain(CANARY);
});

test('9541.98 gets a price; 9541.99 and 9.99 are refused before any request', async ({ page, network }) => {
  const push = await PushPage.open(page);
  await push.askForReview('9541.99');
  await expect(push.main).toContainText('A transfer is at most 9,541.98 USD.');
  await push.askForReview('9.99');
  await expect(push.main).toContainText('A transfer is at least 10.00 USD.');
  expect(network.to('/get-push-to-card')).toEqual([]);
  const review = await push.review('9541.98');
  await expect(review.review).toContainText(/Recipient gets.*\$9,104\.94/s);
  await expect(review.review).toContainText(/You pay.*9,541\.98/s);
});

test('more currencies appear only when Laso sends them, and then the quote decides', async ({
  page,
  sandbox,
  wallet,
}) => {
  const push = await PushPage.open(page);
  await push.askForCurrencies();
  await expect(push.main).toContainText('Laso sends U.S. dollars only');
  sandbox.switches.pushToCard = 'later';
  await push.chooseCurrency('Euros');
  const review = await push.review('100');
  await expect(review.review).toContainText(/Recipient gets.*100\.00 EUR/s);
  await expect(review.review).toContainText(/You pay.*121\.57/s);
  await expect(review.review).toContainText('Eurozone debit cards only');
  await review.connectWallet();
  const receipt = await review.pay();
  await receipt.transaction();
  await expect(receipt.main).toContainText(/Recipient gets.*100\.00 EUR/s);
  await expect(push.completeLink).toBeVisible();
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(121_570_000n);
  expect(wallet.signatureRequests()).toBe(1);
});

test('a currency that is not heard any more cannot be paid', async ({ page, sandbox, wallet }) => {
  sandbox.switches.pushToCard = 'later';
  const push = await PushPage.open(page);
  await push.chooseCurrency('Pounds');
  sandbox.switches.pushToCard = 'first';
  await push.review('100');
  await expect(page.getByRole('alert')).toContainText('It does not send GBP here. Nothing was signed.');
  await expect(page.getByRole('button', { name: /^Pay|^Connect wallet/ })).toHaveCount(0);
  expect(wallet.calls).toEqual([]);
});

test('a fee on top is said, and a price 10.1 % above the documented one is paid only after it was typed', async ({
  page,
  sandbox,
  wallet,
}) => {
  const push = await PushPage.open(page);
  sandbox.switches.pushToCard = 'later';
  const review = await push.review('100');
  await expect(review.review).toContainText(/Recipient gets.*\$100\.00/s);
  await expect(review.review).toContainText(/Fee.*\$4\.80.*on top/s);
  await expect(review.review).toContainText('4.8% more than its published formula gives (100.00 USDC)');
  await review.review.getByRole('button', { name: /Back|Change/ }).click();

  sandbox.switches.pushToCard = 'first';
  sandbox.faults.add({
    route: 'get-push-to-card',
    kind: 'changed-challenge',
    when: 'any',
    times: 9,
    patch: { amount: '110100000' },
  });
  await push.review('100');
  await expect(review.review).toContainText('to be stated in Laso’s answer ($95.41 by its documents)');
  await review.connectWallet();
  const typed = review.review.getByRole('textbox', { name: 'Type 110.10 to pay this price' });
  await expect(review.payButton).toBeDisabled();
  await typed.fill('110');
  await expect(review.payButton).toBeDisabled();
  await typed.fill('110.10');
  await expect(review.payButton).toBeEnabled();
  expect(wallet.signatureRequests()).toBe(0);
});

test('a sign-out hides the transfers, and a later sign-in shows them again', async ({
  page,
  sandbox,
  wallet,
}) => {
  const push = await PushPage.open(page);
  const receipt = await push.pay('50');
  await receipt.transaction();
  await expect(push.completeLink).toBeVisible();
  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Paid')).toHaveCount(1);
  const payer = (await wallet.firstAddress()).toLowerCase();
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Sign out/ })
    .click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await PushPage.open(page);
  await expect(push.main).not.toContainText('Earlier transfers');
  await page.goto(sandbox.createLoginLink(payer));
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await PushPage.open(page);
  await expect(push.transfers).toHaveCount(1);
});

test('an open transfer is on the overview among what needs attention, until it is completed; signed out it is not', async ({
  page,
  signIn,
}) => {
  const overview = await signIn('busy');
  const open = overview.main
    .getByRole('region', { name: 'Needs attention' })
    .getByRole('list', { name: 'Open transfers' })
    .getByRole('listitem');
  const push = await PushPage.open(page);
  await push.pay('100');
  await expect(push.completeLink).toBeVisible({ timeout: 20_000 });

  await OverviewPage.open(page);
  await expect(open).toHaveText([/The transfer of \$95\.41 is not completed yet/]);
  // The paying wallet's account leaves, and takes it out of sight.
  await (await AccountMenu.open(page)).item(/^Sign out$/i).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Sign out/i })
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await OverviewPage.open(page);
  await expect(overview.main.getByRole('region', { name: 'Needs attention' })).toBeVisible();
  await expect(page.getByText('$95.41')).toHaveCount(0);
});

test('a completed transfer reminds of nothing', async ({ page, signIn }) => {
  const overview = await signIn('busy');
  const push = await PushPage.open(page);
  await push.pay('100');
  await expect(push.completeLink).toBeVisible({ timeout: 20_000 });
  await OverviewPage.open(page);
  await overview.main.getByRole('link', { name: 'Complete the transfer' }).click();
  await push.transfers.getByRole('button', { name: 'Mark as completed' }).click();
  await expect(push.transfers).toHaveText([/Completed/]);
  await OverviewPage.open(page);
  await expect(overview.main.getByRole('region', { name: 'Needs attention' })).toBeVisible();
  await expect(overview.main.getByRole('list', { name: 'Open transfers' })).toHaveCount(0);
});
