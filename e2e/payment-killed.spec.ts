import { expect, test } from './fixtures.ts';
import { OrderPage } from './pages/order-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { stopBeforeCommit } from './stop-before-commit.ts';

// The page dies at each arrow of a payment (lessons.md R2). The journal is right afterwards, with at most one
// signature and one charge.

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';

test('killed in the review: nothing was written, nothing was asked', async ({
  page,
  context,
  sandbox,
  wallet,
}) => {
  await OrderPage.readyToPay(page);
  await page.close();
  const payments = await PaymentsPage.open(await context.newPage());
  await expect(payments.main).toContainText('No payments yet');
  expect(wallet.signatureRequests()).toBe(0);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(0n);
});

test('killed while the wallet is asked: not charged, and a new order is free', async ({
  page,
  context,
  sandbox,
  wallet,
}) => {
  const review = await OrderPage.readyToPay(page);
  await wallet.holdNext();
  await review.payButton.click();
  await expect.poll(() => wallet.signatureRequests()).toBe(1);
  await page.close();
  const next = await context.newPage();
  const payments = await PaymentsPage.open(next);
  await expect(payments.withOutcome('Not charged')).toHaveCount(1);
  const again = await OrderPage.readyToPay(next);
  await again.payButton.click();
  await expect(next.getByRole('link', { name: 'Open the card' })).toBeVisible({ timeout: 20_000 });
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
});

test('killed after signing, before sending: never sent by itself; Discard lets the signature go', async ({
  page,
  context,
  sandbox,
  wallet,
  network,
}) => {
  const reached = await stopBeforeCommit(page, 'sent');
  const review = await OrderPage.readyToPay(page);
  await review.payButton.click();
  await reached();
  await page.close();
  const payments = await PaymentsPage.open(await context.newPage());
  await expect(payments.rows).toContainText('Signed, but never sent');
  await expect(payments.rows.getByRole('button', { name: 'Send' })).toBeVisible();
  expect(network.to('/get-card', 'GET').filter(({ headers }) => 'payment-signature' in headers)).toEqual([]);
  await payments.rows.getByRole('button', { name: 'Discard' }).click();
  await expect(payments.withOutcome('Not charged')).toHaveCount(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(0n);
  expect(wallet.signatureRequests()).toBe(1);
});

test('killed after the answer, before the outcome is written: found on the chain, signed and charged once', async ({
  page,
  context,
  sandbox,
  wallet,
}) => {
  const reached = await stopBeforeCommit(page, 'delivered');
  const review = await OrderPage.readyToPay(page);
  await review.payButton.click();
  await reached();
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
  await page.close();
  const payments = await PaymentsPage.open(await context.newPage());
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
  await expect(payments.rows).toContainText('Paid on chain');
  await expect(payments.rows).toContainText('Sign in with the wallet that paid');
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
  expect(wallet.signatureRequests()).toBe(1);
});

for (const before of [true, false]) {
  test(`killed after sending, ${before ? 'before' : 'after'} the server settled: found on the chain, signed once`, async ({
    page,
    context,
    sandbox,
    wallet,
  }) => {
    const review = await OrderPage.readyToPay(page);
    sandbox.faults.add({ route: 'get-card', kind: 'slow', when: 'payment', times: 1, ms: 3_600_000, before });
    await review.payButton.click();
    await expect.poll(() => sandbox.waiting.size()).toBe(1);
    await page.close();
    await sandbox.waiting.release();
    await expect.poll(() => sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(50_000_000n);
    const payments = await PaymentsPage.open(await context.newPage());
    await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
    await expect(payments.rows).toContainText('Paid on chain');
    expect(wallet.signatureRequests()).toBe(1);
  });
}

test('while the chain cannot be read an unknown outcome stays unknown and says why; later it is found', async ({
  page,
  sandbox,
}) => {
  const review = await OrderPage.readyToPay(page);
  sandbox.faults.add({ route: 'get-card', kind: 'error-after-settlement', times: 1 });
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  await page.route(`${sandbox.rpcUrl}/**`, (route) => route.abort());
  const payments = await PaymentsPage.open(page);
  await payments.checkAgain();
  await expect(payments.withOutcome('Outcome unknown')).toHaveCount(1);
  await page.unroute(`${sandbox.rpcUrl}/**`);
  await payments.checkAgain();
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
});
