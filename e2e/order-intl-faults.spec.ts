import type { Fault } from '#sandbox/control/faults.ts';
import { expect, test } from './fixtures.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { OrderPage } from './pages/order-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';
const CHARGE = 259_500_000n;

const fault = (kind: Fault['kind'], more: Partial<Fault> = {}) => ({
  route: 'order-intl-card',
  when: 'payment' as const,
  times: 1,
  kind,
  ...more,
});

test('a lost answer of a signed-in wallet is recovered by itself: the queued card appears, with one signature', async ({
  page,
  sandbox,
  wallet,
  signInAsPayer,
}) => {
  await signInAsPayer();
  const review = await OrderPage.readyToPay(page, { what: 'International card', dollars: '250' });
  sandbox.faults.add(fault('drop-after-settlement', { times: 3 }));
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Paid')).toHaveCount(1);
  await payments.rows.getByRole('link', { name: 'Open the card' }).click();
  await expect(page.getByRole('main').getByText('Queued', { exact: true }).first()).toBeVisible();
  expect(wallet.signatureRequests()).toBe(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(CHARGE);
});

test('a server error after the settlement ends in “Paid, not delivered”, with what to tell support', async ({
  page,
  sandbox,
  wallet,
}) => {
  const review = await OrderPage.readyToPay(page, { what: 'International card', dollars: '250' });
  sandbox.faults.add(fault('error-after-settlement'));
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Paid, not delivered')).toContainText('International card');
  await expect(payments.rows.getByRole('button', { name: 'Copy text for support' })).toBeVisible();
  expect(wallet.signatureRequests()).toBe(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(CHARGE);
});

test('killed after sending: found on the chain, and the card once the payer is signed in', async ({
  page,
  context,
  sandbox,
  wallet,
}) => {
  const review = await OrderPage.readyToPay(page, { what: 'International card', dollars: '250' });
  const payer = (await wallet.firstAddress()).toLowerCase();
  sandbox.faults.add(fault('slow', { ms: 3_600_000 }));
  await review.payButton.click();
  await expect.poll(() => sandbox.waiting.size()).toBe(1);
  await page.close();
  await sandbox.waiting.release();
  await expect.poll(() => sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(CHARGE);

  const next = await context.newPage();
  const payments = await PaymentsPage.open(next);
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1);
  await (await LinkLanding.open(next, await sandbox.createLoginLink(payer))).signIn();
  const later = await PaymentsPage.open(next);
  await expect(later.withOutcome('Paid').getByRole('link', { name: 'Open the card' })).toBeVisible();
  expect(wallet.signatureRequests()).toBe(1);
});

test('each refusal of the quote has its own sentence, with Laso’s words, and nothing is paid', async ({
  page,
  sandbox,
  wallet,
}) => {
  const order = await OrderPage.open(page, 'International card');
  const refusals: [Fault['kind'], Partial<Fault>, RegExp][] = [
    ['rate-limited', { ms: 42_000 }, /Too many requests.*Nothing was paid.*42 seconds/s],
    ['error-before-settlement', { message: 'Out of order' }, /problem right now \(500\).*Out of order/s],
    ['not-found', { message: 'Not here' }, /does not know what was ordered \(404\).*Not here/s],
    ['expired-token', {}, /refused this order \(401\)/],
    ['drop-before', {}, /could not be reached.*Nothing was paid/],
    ['frozen', { message: 'Under review.' }, /frozen this account.*Under review\./s],
  ];
  for (const [kind, more, words] of refusals) {
    await test.step(kind, async () => {
      sandbox.faults.add(fault(kind, { when: 'quote', ...more }));
      await order.enterAmount('250');
      await order.askForReview();
      await expect(page.getByRole('alert')).toContainText(words);
    });
  }
  expect(wallet.signatureRequests()).toBe(0);
});
