import { LOOKS, nameOf, overflow, take, violations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';
import { BalancePage } from './pages/balance-page.ts';
import { CardPage } from './pages/card-page.ts';
import { CardsPage } from './pages/cards-page.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { MerchantsPage } from './pages/merchants-page.ts';
import { OrderPage } from './pages/order-page.ts';
import { PushPage } from './pages/push-page.ts';
import { PaymentsPage } from './pages/payments-page.ts';

for (const look of LOOKS)
  test.describe(nameOf(look), () => {
    test.describe.configure({ timeout: 180_000 });
    test('landing, overview, cards and card pass axe for WCAG 2.2 AA', async ({ page, sandbox }) => {
      await take(page, look);
      const found: string[] = [];
      const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
      await landing.signInButton.waitFor();
      found.push(...(await violations(page, 'landing', { looks: [look] })));
      const overview = await landing.signIn();
      await overview.showLists();
      found.push(...(await violations(page, 'overview', { looks: [look] })));
      const cards = await CardsPage.open(page);
      await cards.searchFor('e');
      await expect(cards.cards.first()).toBeVisible();
      found.push(...(await violations(page, 'cards', { looks: [look] })));
      await cards.searchFor('pending u.s.');
      await cards.openCard(/Pending/);
      await expect(page.getByText('This is taking longer than it should.')).toBeVisible();
      found.push(...(await violations(page, 'pending card', { looks: [look] })));
      await CardsPage.open(page);
      await cards.searchFor('ready u.s.');
      const card = await cards.openCard(/Ready/);
      await card.revealNumber();
      await expect(card.button('Hide')).toBeVisible();
      found.push(...(await violations(page, 'card', { looks: [look] })));
      expect(found).toEqual([]);
    });

    test('order form, review, receipt and payments pass axe for WCAG 2.2 AA', async ({
      page,
      signIn,
      sandbox,
    }) => {
      await take(page, look);
      const found: string[] = [];
      await signIn('busy');
      const order = await OrderPage.open(page);
      found.push(...(await violations(page, 'order form', { looks: [look] })));
      const review = await order.review('50');
      await review.getReady();
      found.push(...(await violations(page, 'review', { looks: [look] })));
      const receipt = await review.pay();
      await expect(receipt.transactionLink).toBeVisible({ timeout: 20_000 });
      found.push(...(await violations(page, 'receipt', { looks: [look] })));
      const intl = await OrderPage.open(page, 'International card');
      await intl.enterAmount('250');
      found.push(...(await violations(page, 'international order form', { looks: [look] })));
      sandbox.faults.add({
        route: 'order-intl-card',
        kind: 'changed-challenge',
        patch: { amount: '285709500' },
      });
      await intl.askForReview();
      await expect(page.getByRole('textbox', { name: /^Type/ })).toBeVisible();
      found.push(...(await violations(page, 'review of a price far above', { looks: [look] })));
      const payments = await PaymentsPage.open(page);
      await expect(payments.rows).toHaveCount(1);
      found.push(...(await violations(page, 'payments', { looks: [look] })));
      expect(found).toEqual([]);
    });
  });

test('balance, the question before a withdrawal, an open one and merchants pass axe for WCAG 2.2 AA, light and dark, wide and narrow', async ({
  page,
  sandbox,
  signIn,
}) => {
  test.setTimeout(180_000);
  const found: string[] = [];
  await signIn('busy');
  const balance = await BalancePage.open(page);
  await balance.ask('5');
  found.push(...(await violations(page, 'question')));
  const alike = `${sandbox.accounts.busy.slice(0, 8)}${'7'.repeat(28)}${sandbox.accounts.busy.slice(-6)}`;
  sandbox.store.withdrawals.plan.reportedAddress = alike;
  sandbox.faults.add({ route: 'withdraw', kind: 'duplicate' });
  await balance.confirmButton.click();
  await expect(balance.rows).toHaveCount(4);
  await expect(balance.main.getByRole('alert')).toHaveCount(2);
  found.push(...(await violations(page, 'balance')));
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflow(page), 'balance, sideways').toBeLessThanOrEqual(0);
  const merchants = await MerchantsPage.open(page);
  await merchants.searchFor('am');
  await expect(merchants.merchants.first()).toBeVisible();
  expect(await overflow(page), 'merchants, sideways').toBeLessThanOrEqual(0);
  found.push(...(await violations(page, 'merchants')));
  expect(found).toEqual([]);
});

test('nothing scrolls sideways at 360 px', async ({ page, signIn, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const sideways: string[] = [];
  const look = async (name: string) => {
    const by = await overflow(page);
    if (by > 0) sideways.push(`${name}: ${by} px`);
  };
  const overview = await signIn('busy');
  await overview.showLists();
  await look('overview');
  const cards = await CardsPage.open(page);
  await expect(cards.cards).toHaveCount(40);
  await look('cards');
  const all = sandbox.store.cardsOf(sandbox.accounts.busy);
  const intl = all.find((card) => card.type === 'intl' && card.queuedOrderCardId !== null);
  const pending = all.find((card) => card.type === 'us' && card.readyAt === Infinity);
  const card = await CardPage.open(page, intl?.cardId ?? '');
  await expect(card.transactions).toBeVisible();
  await look('international card');
  await CardPage.open(page, pending?.cardId ?? '');
  await expect(page.getByText('This is taking longer than it should.')).toBeVisible();
  await look('pending card');
  const order = await OrderPage.open(page);
  await look('order form');
  await order.review('50');
  await look('review');
  await (await OrderPage.open(page, 'International card')).review('250');
  await look('international review');
  await PaymentsPage.open(page);
  await look('payments');
  expect(sideways).toEqual([]);
});

test('by keyboard alone: find a card, reveal and hide it, and come back', async ({
  page,
  signIn,
  sandbox,
}) => {
  const overview = await signIn('busy');
  await page.reload();
  await overview.sentence.waitFor();

  /** Tabs until the focused element has this name. */
  const tabTo = async (name: RegExp) => {
    for (let steps = 0; steps < 80; steps += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (name.test(focused)) return;
    }
    throw new Error(`Tab never reached ${name}`);
  };

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await tabTo(/^Cards$/);
  await page.keyboard.press('Enter');
  const cards = await CardsPage.shown(page);
  await expect(cards.cards).toHaveCount(40);
  for (let steps = 0; steps < 20; steps += 1) {
    await page.keyboard.press('Tab');
    if (await cards.search.evaluate((field) => field === document.activeElement)) break;
  }
  await expect(cards.search).toBeFocused();
  const ready = sandbox.store
    .cardsOf(sandbox.accounts.busy, 'us')
    .find((one) => one.type === 'us' && one.readyAt < Date.now() && one.availableCents > 0);
  const lastFour = ready?.number.slice(-4) ?? '';
  await page.keyboard.type(lastFour);
  await expect(cards.cards).toHaveCount(1);
  await tabTo(new RegExp(lastFour));
  await page.keyboard.press('Enter');
  const card = await CardPage.shown(page);
  await tabTo(/^Reveal card number$/);
  await page.keyboard.press('Enter');
  await expect(card.button('Hide')).toBeVisible();
  await expect(card.button('Reveal card number')).toBeFocused();
  await tabTo(/^Hide$/);
  await page.keyboard.press('Space');
  await expect(card.button('Hide')).toHaveCount(0);
  await expect(card.button('Reveal card number')).toBeFocused();
  await tabTo(/^Copy CVV$/);
  await tabTo(/^Refresh balance$/);
});

test('push to card passes axe with its form filled in and kept transfers’ links shown', async ({
  page,
  sandbox,
}) => {
  const push = await PushPage.open(page);
  await push.pay('100');
  await push.completeLink.waitFor();
  sandbox.switches.redemptionUrl = 'https://gift.example/r/1';
  await push.main.getByRole('button', { name: 'Order another' }).click();
  await (await push.review('20')).pay();
  await push.main.getByRole('button', { name: 'Copy the address' }).waitFor();
  await push.main.getByRole('button', { name: 'Order another' }).click();
  await expect(push.transfers).toHaveCount(2);
  for (const transfer of await push.transfers.all()) await push.showLink(transfer);
  await push.main.getByRole('button', { name: 'Copy the address' }).waitFor();
  expect(await violations(page, 'push to card')).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
