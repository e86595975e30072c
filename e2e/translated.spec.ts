import type { BrowserContext, Page } from '@playwright/test';
import { formatUsd } from '#domain/money.ts';
import type { Sandbox } from '#sandbox/app.ts';
import { expect, test } from './fixtures.ts';
import { countUnwrapped, translatePages, type TranslatorWorld } from './page-translator.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { ActivityPage } from './pages/activity-page.ts';
import { CardPage } from './pages/card-page.ts';
import { GiftCardPage, Redemption } from './pages/gift-card-page.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { MainNavigation } from './pages/main-navigation.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { PushPage } from './pages/push-page.ts';
import { spentInDays } from './spent-in-period.ts';

const WIDTHS: readonly { width: number; world: TranslatorWorld }[] = [
  { width: 320, world: 'its own' },
  { width: 1440, world: 'the page’s' },
];

/** Without blanks, and without what differs from second to second. */
const wordsOf = async (page: Page): Promise<string> => {
  const text = await page.locator('#root').evaluate((root) => root.textContent);
  return text.replaceAll(/(in )?\b\d+ (s|min|h|d)\b( ago)?|just now/g, '~').replaceAll(/\s+/g, '');
};

/**
 * A second tab without a translator, at the same address, freshly loaded: what the first one shows must be
 * there too.
 */
class PlainTab {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext): Promise<PlainTab> {
    return new PlainTab(await context.newPage());
  }

  async expectSameAs(page: Page, ready?: (plain: Page) => Promise<unknown>): Promise<void> {
    await this.page.goto(page.url());
    await ready?.(this.page);
    await expect.poll(() => countUnwrapped(page)).toBe(0);
    await expect(async () => expect(await wordsOf(page)).toBe(await wordsOf(this.page))).toPass({
      timeout: 15_000,
    });
  }
}

async function expectFigures(
  overview: OverviewPage,
  sandbox: Sandbox,
  owners: readonly string[],
): Promise<void> {
  const { total } = sandbox.sums(owners);
  for (const [term, cents] of [
    ['Loaded onto cards', total.loadedCents],
    ['Spent', total.spentCents],
    ['Left on cards', total.leftCents],
    ['Not explained', total.notExplainedCents],
    ['Fees', total.feesCents],
    ['Account balance', total.balanceCents],
  ] as const)
    await expect(overview.figure(term), term).toHaveText(formatUsd(cents));
}

for (const { width, world } of WIDTHS) {
  test.describe(`translated in ${world} world, ${width} px wide`, () => {
    test.use({ viewport: { width, height: 800 } });
    test.beforeEach(({ context, page }) => translatePages(context, page, world));

    test('F4: every page and filter shows what an untranslated one shows, through accounts and withdrawals', async ({
      context,
      page,
      sandbox,
    }) => {
      const { busy, second } = sandbox.accounts;
      const landing = await LinkLanding.open(page, sandbox.createLoginLink(busy));
      const overview = await landing.signIn({ keep: true });
      const navigation = new MainNavigation(page);
      const plain = await PlainTab.open(context);
      await expectFigures(overview, sandbox, [busy]);
      for (const [name, days] of [
        ['7 days', 7],
        ['90 days', 90],
      ] as const) {
        await overview.choosePeriod(name);
        await expect(overview.main).toContainText(`spent ${formatUsd(spentInDays(sandbox, [busy], days))}`);
      }
      await overview.showLists();
      await plain.expectSameAs(page, (tab) => new OverviewPage(tab).showLists());

      const cards = await navigation.cards();
      await cards.searchFor('amazon');
      await plain.expectSameAs(page);
      await cards.searchFor('');
      await plain.expectSameAs(page);

      const stored = sandbox.store
        .cardsOf(busy, 'us')
        .find((one) => one.availableCents > 0 && one.type === 'us' && one.readyAt < Date.now());
      if (!stored) throw new Error('The busy agent has no card.');
      const card = await CardPage.open(page, stored.cardId);
      await card.revealNumber();
      await expect(card.main).toContainText(stored.number.replaceAll(/(\d{4})(?=\d)/g, '$1 '));
      await card.revealCvv();
      await expect(card.main.getByText(stored.cvv, { exact: true }).first()).toBeVisible();
      await card.hide();
      await expect(card.main).not.toContainText(stored.number.slice(0, 4));

      const balance = await navigation.balance();
      await balance.withdraw('7.29');
      await expect(balance.main).toContainText('$7.29 is on its way to the wallet.');
      await expect(balance.fact('Available balance')).toHaveText('$33.98');
      await expect(balance.rows.first()).toContainText(/Pending.*\$7\.29/);

      const activity = await ActivityPage.open(page);
      await activity.chooseKind('Purchases');
      await activity.searchFor('amazon');
      await plain.expectSameAs(page);
      await activity.clearFilters();
      await plain.expectSameAs(page);

      const merchants = await navigation.merchants();
      await merchants.searchFor('amazon');
      await expect(merchants.merchants.first()).toBeVisible();
      await plain.expectSameAs(page);

      await (await LinkLanding.open(page, sandbox.createLoginLink(second))).signIn({ keep: true });
      await expectFigures(overview, sandbox, [second]);
      await (await AccountMenu.open(page)).chooseAccount(/^All accounts/);
      await expectFigures(overview, sandbox, [busy, second]);
      await (await AccountMenu.open(page)).chooseAccount(new RegExp(busy.slice(-4)));
      await expectFigures(overview, sandbox, [busy]);
      for (const path of [
        '/settings',
        '/gift-cards',
        '/payments',
        '/order/us-card',
        '/order/intl-card',
        '/push-to-card',
      ]) {
        await page.goto(path);
        await plain.expectSameAs(page);
      }
      await plain.page.close();
      await navigation.overview();
      await (await AccountMenu.open(page)).signOutEverywhere();
    });

    test('F4: a buyer gets card, gift card and transfer, each amount as it was ordered', async ({
      context,
      page,
      sandbox,
    }) => {
      const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
      await landing.signIn({ keep: true });
      const order = await new MainNavigation(page).orderCard();
      const review = await order.review('25');
      await expect(review.review).toContainText(/You get.*\$25\.00/s);
      await review.connectWallet();
      const receipt = await review.pay();
      expect(await receipt.transaction()).toMatch(/^0x/);
      const card = await receipt.openCard();
      await expect(card.main).toContainText('Ordered and paid');
      const ordered = sandbox.store.card(card.id());
      if (!ordered || !('readyAt' in ordered)) throw new Error('No such card.');
      ordered.readyAt = Date.now();
      await expect(card.button('Reveal card number')).toBeVisible({ timeout: 10_000 });
      await expect(card.heading).toContainText(ordered.number.slice(-4));

      const product = await GiftCardPage.open(page, 'hotel-us');
      await (await product.readyToPay('100.01')).pay();
      const redemption = await Redemption.onReceipt(page);
      await redemption.reveal.click();
      await expect(redemption.region).toContainText(sandbox.giftCards.orders[0]?.redemptionCode ?? '');
      await redemption.confirmSaved();

      const push = await PushPage.open(page);
      await push.amount.fill('100');
      await expect(push.main).toContainText(/Recipient gets\s*\$95\.41/);
      await push.amount.fill('50');
      await expect(push.main).not.toContainText('$95.41');
      const transfer = await push.pay('100');
      expect(await transfer.transaction()).toMatch(/^0x/);
      await expect(transfer.main).toContainText(/Recipient gets.*\$95\.41/s);

      const plain = await PlainTab.open(context);
      for (const path of ['/payments', '/gift-cards/purchased', '/push-to-card', '/balance', '/activity']) {
        await page.goto(path);
        await plain.expectSameAs(page);
      }
    });
  });
}
