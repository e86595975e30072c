import type { Page } from '@playwright/test';
import { SOLANA_PAY_TO } from '#sandbox/chain/solana-chain.ts';
import { expect, test } from './fixtures.ts';
import { CataloguePage, GiftCardPage, PurchasedPage } from './pages/gift-card-page.ts';
import type { OrderReview } from './pages/order-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';

const PAY_TO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';

async function readyToPay(page: Page, network: 'Base' | 'Solana' = 'Base'): Promise<OrderReview> {
  const product = await GiftCardPage.open(page, 'steam-us');
  await product.chooseNetwork(network);
  return product.readyToPay('$24.99');
}

/** The money is proven to be gone, nothing came: what support needs is at hand, and holds no code. */
async function endsPaidNotDelivered(page: Page, network = 'Base'): Promise<void> {
  const payments = await PaymentsPage.open(page);
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1, { timeout: 20_000 });
  await payments.rows.getByRole('button', { name: 'Copy text for support' }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Payment of 24.99 USDC for a Gift card: Paid, not delivered');
  expect(text).toContain(`Network: ${network}`);
  expect(text).toMatch(/Transaction: \w{60,}/);
  expect(text).not.toContain('GIFT-');
}

for (const kind of ['drop-after-settlement', 'error-after-settlement'] as const)
  test(`${kind}: unknown at first, then paid, not delivered; one signature, one charge`, async ({
    page,
    context,
    sandbox,
    signIn,
    wallet,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signIn('busy');
    const review = await readyToPay(page);
    sandbox.faults.add({ route: 'order-gift-card', kind, times: 3 });
    await review.payButton.click();
    await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
    await endsPaidNotDelivered(page);
    expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(24_990_000n);
    expect(wallet.signatureRequests()).toBe(1);
    await expect((await PurchasedPage.open(page)).main).toContainText('No gift cards yet');
  });

test('a code whose answer was lost is asked for again once the payment is proven, by the same payload', async ({
  page,
  context,
  sandbox,
  signIn,
  wallet,
}) => {
  sandbox.switches.paymentIdentifier = true;
  await signIn('busy');
  const review = await readyToPay(page);
  // Chromium itself repeats a request whose connection broke.
  sandbox.faults.add({ route: 'order-gift-card', kind: 'drop-after-settlement', times: 3 });
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  sandbox.faults.clear();
  await page.close();
  const next = await context.newPage();
  const payments = await PaymentsPage.open(next);
  await expect(payments.withOutcome('Paid, not delivered')).toHaveCount(1, { timeout: 20_000 });
  await payments.rows.getByRole('button', { name: 'Ask Laso again for what you bought' }).click();
  await expect(payments.withOutcome('Paid')).toHaveCount(1);
  await payments.rows.getByRole('link', { name: 'Open the code' }).click();
  const purchased = new PurchasedPage(next);
  await purchased.redemption().reveal.click();
  await expect(purchased.items).toContainText(
    sandbox.giftCards.orders[0]?.redemptionCode ?? 'no code was sold',
  );
  expect(wallet.signatureRequests()).toBe(1);
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(24_990_000n);
});

test('killed between keeping the code and writing so: the kept code is the proof, nothing is reported lost', async ({
  page,
  context,
  signIn,
  wallet,
  problems,
}) => {
  // The step to "delivered" cannot be written: what is on the disk is what a page that dies here leaves
  // behind.
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function putUnlessDelivered(value, key) {
      const request = put.call(this, value, key);
      if (value?.state === 'delivered') this.transaction.abort();
      return request;
    };
  });
  await signIn('busy');
  const review = await readyToPay(page);
  await review.payButton.click();
  await expect(page.getByRole('main')).toContainText('could not be saved on this device', {
    timeout: 20_000,
  });
  await page.close();
  const next = await context.newPage();
  const payments = await PaymentsPage.open(next);
  await expect(payments.withOutcome('Paid')).toHaveCount(1);
  await expect(payments.rows.getByRole('link', { name: 'Open the code' })).toBeVisible();
  await expect((await PurchasedPage.open(next)).items).toHaveCount(1);
  expect(wallet.signatureRequests()).toBe(1);
  // The transaction we broke says so.
  problems.length = 0;
});

test('killed after sending: found on the chain, paid, not delivered', async ({
  page,
  context,
  sandbox,
  signIn,
  wallet,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn('busy');
  const review = await readyToPay(page);
  sandbox.faults.add({ route: 'order-gift-card', kind: 'slow', when: 'payment', times: 1, ms: 3_600_000 });
  await review.payButton.click();
  await expect.poll(() => sandbox.waiting.size()).toBe(1);
  await page.close();
  await sandbox.waiting.release();
  await endsPaidNotDelivered(await context.newPage());
  expect(await sandbox.chain.usdcBalanceOf(PAY_TO)).toBe(24_990_000n);
  expect(wallet.signatureRequests()).toBe(1);
});

test('on Solana a lost answer ends the same way', async ({ page, context, sandbox, signIn }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn('busy');
  const review = await readyToPay(page, 'Solana');
  sandbox.faults.add({ route: 'order-gift-card', kind: 'drop-after-settlement', times: 3 });
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Outcome unknown' })).toBeVisible({ timeout: 20_000 });
  // Final on the chain only some seconds later.
  sandbox.solana?.advanceBlocks(33);
  await endsPaidNotDelivered(page, 'Solana');
  expect(await sandbox.solana?.usdcBalanceOf(SOLANA_PAY_TO)).toBe(24_990_000n);
});

test('an answer that says success and holds nothing to redeem is paid, not delivered, at once', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  sandbox.giftCards.override = { redemptionCode: null, pinCode: null, redemptionUrl: null };
  const review = await readyToPay(page);
  await review.payButton.click();
  await expect(page.getByRole('region', { name: 'Paid, not delivered' })).toContainText(
    'It is not known whether the gift card was made',
    {
      timeout: 20_000,
    },
  );
});

test('each refusal of an order is its own sentence, and nothing is signed', async ({
  page,
  openAs,
  sandbox,
  wallet,
}) => {
  const product = await openAs('busy', GiftCardPage, 'zalando-de');
  await product.chooseAmount('12.5');
  await product.reviewButton.click();
  await expect(product.main).toContainText('zalando-de is not available in US');
  await page.getByRole('combobox', { name: 'For use in' }).selectOption('DE');
  const seen = new Set<string>();
  for (const [kind, words] of [
    ['expired-token', 'This token is over, or was never good.'],
    ['not-found', 'Not found'],
    ['rate-limited', 'Too many requests'],
    ['error-before-settlement', 'Internal server error'],
    ['hidden-cors', 'CORS'],
    ['drop-before', 'could not be reached'],
    ['frozen', 'Laso is looking into this account'],
  ] as const) {
    sandbox.faults.add({ route: 'order-gift-card', kind, times: 1, when: 'any' });
    await product.reviewButton.click();
    const alert = product.main.getByRole('alert');
    await expect(alert).toContainText(new RegExp(words, 'i'));
    seen.add(await alert.innerText());
    sandbox.faults.clear();
  }
  expect(seen.size).toBe(7);
  await expect(product.reviewButton).toHaveCount(0);
  expect(wallet.signatureRequests()).toBe(0);
});

const KNOWN = ['Steam', 'Corner Roastery', 'Harbour Hotels', 'Zalando', 'Rakuten', 'Airbnb'];

test('each failure of the catalog is its own sentence; what was read stays', async ({ openAs, sandbox }) => {
  const catalogue = await openAs('busy', CataloguePage);
  const seen = new Set<string>();
  for (const [kind, words] of [
    ['expired-token', 'Laso did not accept this session'],
    ['frozen', 'Laso has frozen this account'],
    ['not-found', 'Laso does not know this'],
    ['rate-limited', 'Too many requests for now'],
    ['malformed-json', 'Something between this page and Laso answered'],
    ['error-before-settlement', 'Laso has a problem at the moment'],
  ] as const) {
    sandbox.faults.add({ route: 'search-gift-cards', kind, times: 9, when: 'any' });
    // Never asked before; what was read is filtered by name.
    await catalogue.search.fill(`${KNOWN[seen.size]}`);
    const alert = catalogue.main.getByRole('alert');
    await expect(alert).toContainText(words, { timeout: 15_000 });
    seen.add(await alert.innerText());
    await expect(catalogue.product(KNOWN[seen.size - 1] ?? '')).toBeVisible();
    await expect(catalogue.products).toHaveCount(1);
    sandbox.faults.clear();
    await catalogue.search.fill('');
    await expect(catalogue.products.first()).toBeVisible();
    await expect(alert).toHaveCount(0);
  }
  expect(seen.size).toBe(6);
});
