import { expect, test } from './fixtures.ts';
import { CardPage } from './pages/card-page.ts';
import { CardsPage } from './pages/cards-page.ts';
import { OrderPage, OrderReview } from './pages/order-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { storedPayments } from './stored-payments.ts';

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';
const DOCUMENTS: [name: string, file: string][] = [
  ['cardholder agreement', 'cardholder-agreement'],
  ['disclosure on electronic communications', 'e-communications-disclosure'],
  ['privacy notice', 'privacy-notice'],
];
const DAY_MS = 24 * 3_600_000;

test('an international card of $250 takes one signature and exactly 259.50 USDC, and waits in the queue', async ({
  page,
  sandbox,
  wallet,
  network,
}) => {
  const order = await OrderPage.open(page, 'International card');
  await expect(order.main).toContainText('up to 24 hours');
  for (const [name, file] of DOCUMENTS) {
    const link = order.main.getByRole('link', { name });
    await expect(link).toHaveAttribute('href', `${sandbox.url}/intl-card-${file}.pdf`);
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await expect(link).toHaveAttribute('target', '_blank');
  }
  await expect(order.main).toContainText('Placing the order accepts three documents');
  const review = await order.review('250');
  await expect(review.review).toContainText(/You get.*International card with \$250\.00/s);
  await expect(review.review).toContainText(/Fee.*\$9\.50/s);
  await expect(review.review).toContainText(PAY_TO);
  await review.connectWallet();
  await expect(review.payButton).toHaveText('Pay 259.50 USDC');
  const receipt = await review.pay();

  await expect(receipt.main.getByRole('heading', { level: 1 })).toHaveText('Your card is queued');
  expect(await receipt.transaction()).toMatch(/^0x[0-9a-f]{64}$/);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(259_500_000n);
  expect(wallet.signatureRequests()).toBe(1);
  const asked = network.to('/order-intl-card', 'GET');
  expect(asked.filter(({ headers }) => 'payment-signature' in headers)).toHaveLength(1);

  const card = await receipt.openCard();
  await expect(card.status('Queued').first()).toBeVisible();
  await expect(card.main).toContainText('A person at Laso makes the card');
});

test('a queued card becomes a ready one with another id: one card, and its first address stays good', async ({
  page,
  sandbox,
}) => {
  const review = await (await OrderPage.open(page, 'International card')).review('100');
  await review.connectWallet();
  const card = await (await review.pay()).openCard();
  const orderId = card.id();
  sandbox.clock.advance(DAY_MS);
  const made = sandbox.store.card(orderId);
  expect(made?.cardId).not.toBe(orderId);
  await page.reload();
  const again = await CardPage.shown(page);
  expect(again.id()).toBe(orderId);
  await expect(again.status('Ready').first()).toBeVisible();
  await expect(again.main).toContainText(made?.cardId ?? 'no id');
  await expect(again.button('Cancel order')).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Cards', exact: true })
    .click();
  await expect((await CardsPage.shown(page)).cards).toHaveCount(1);
});

test('an order that Laso answers without its id, in a promotion without a fee, is found among the cards', async ({
  page,
  sandbox,
}) => {
  sandbox.switches.intlOrderId = false;
  sandbox.switches.intlFeeRate = 0;
  const review = await (await OrderPage.open(page, 'International card')).review('100');
  const cheaper = review.review.getByRole('status').filter({ hasText: 'less than usual' });
  await expect(cheaper).toContainText('Laso asks for only 100.00 USDC: 3.7% less than usual.');
  await review.connectWallet();
  const receipt = await review.pay();
  await receipt.transaction();
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(100_000_000n);
  const card = await receipt.openCard();
  await expect(card.status('Queued').first()).toBeVisible();
  await expect(card.main).toContainText('less than usual: 3.8 % is documented');
  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Paid').getByRole('link', { name: 'Open the card' })).toBeVisible();
});

test('cents and amounts outside of the limits are refused in the form; what the server refuses is shown as it is', async ({
  page,
  network,
}) => {
  const order = await OrderPage.open(page, 'International card');
  for (const [amount, words] of [
    ['100.50', /whole dollars only/],
    ['99', /at least \$100\.00/],
    ['1001', /at most \$1,000\.00/],
    ['', /whole dollars, such as 250/],
  ] as const) {
    await order.enterAmount(amount);
    await order.askForReview();
    await expect(order.main).toContainText(words);
  }
  expect(network.to('/order-intl-card')).toHaveLength(0);
  await order.enterAmount('250');
  await expect(order.main).toContainText('About 259.50 USDC');
  const refusal = { error: 'International cards are sold out today.' };
  await page.route('**/order-intl-card?*', (route) =>
    route.fulfill({ status: 400, headers: { 'Access-Control-Allow-Origin': '*' }, json: refusal }),
  );
  await order.askForReview();
  await expect(page.getByRole('alert')).toContainText(`Laso says: “${refusal.error}”`);
  await expect(page.getByRole('alert')).toContainText('Nothing was paid');
});

test('a price above the formula is a caution; 10.1 % above it is paid only after the amount was typed', async ({
  page,
  sandbox,
  wallet,
}) => {
  const quote = (amount: string) =>
    sandbox.faults.add({
      route: 'order-intl-card',
      kind: 'changed-challenge',
      when: 'any',
      times: 3,
      patch: { amount },
    });
  const order = await OrderPage.open(page, 'International card');
  quote('262000000');
  const review = await order.review('250');
  await expect(review.review).toContainText(
    /262\.00 USDC: 1\.0% more than its published formula gives \(259\.50 USDC\)/,
  );
  await review.getReady();
  sandbox.faults.clear();
  quote('285709500');
  // The price changed after the review: shown again, and now to be typed.
  await review.payButton.click();
  await expect(review.review).toContainText('Laso changed its terms after your review');
  await expect(review.review).toContainText(/10\.1% more/);
  await expect(review.payButton).toBeDisabled();
  const typed = review.review.getByRole('textbox', { name: /^Type 285\.7095 to pay/ });
  await typed.fill('285.70');
  await expect(review.payButton).toBeDisabled();
  await typed.fill('285.7095');
  await expect(review.payButton).toHaveText('Pay 285.7095 USDC');
  await expect(review.payButton).toBeEnabled();
  expect(wallet.signatureRequests()).toBe(0);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(0n);
});

test('“Order again” on Payments brings the amount along and links the new record to the old', async ({
  page,
  wallet,
}) => {
  const review = await (await OrderPage.open(page, 'International card')).review('250');
  await review.connectWallet();
  await wallet.rejectNext();
  await review.payButton.click();
  await expect(review.review).toContainText('You declined in the wallet. Nothing was paid.');
  const payments = await PaymentsPage.open(page);
  await payments.withOutcome('Not charged').getByRole('link', { name: 'Order again' }).click();
  const order = await OrderPage.shown(page);
  await expect(order.amount).toHaveValue('250');
  await order.askForReview();
  const again = await OrderReview.shown(page);
  await again.connectWallet();
  await (await again.pay()).transaction();
  const [newer, older] = await storedPayments(page);
  expect([newer?.retryOf, older?.retryOf].toSorted()).toEqual([
    [newer, older].find((row) => row?.state === 'not-charged')?.id,
    null,
  ]);
});
