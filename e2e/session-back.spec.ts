import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { CardsPage } from './pages/cards-page.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import config from './playwright.config.ts';

// Playwright switches the back-forward cache off, and the headless shell does not have it unless asked.
const usual = config.use?.launchOptions;
test.use({
  launchOptions: {
    ...usual,
    args: [...(usual?.args ?? []), '--enable-bfcache'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

test('S13: a page that comes out of the back-forward cache shows nothing after a sign-out elsewhere', async ({
  page,
  context,
  sandbox,
}) => {
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  await landing.signIn({ keep: true });
  const cards = await CardsPage.open(page);
  await expect(cards.cards).toHaveCount(40);
  await page.evaluate(() => {
    addEventListener('pageshow', (event) => Reflect.set(window, 'cameFromCache', event.persisted));
  });
  await page.goto('/robots-that-are-not-there.txt');
  const other = await context.newPage();
  await OverviewPage.open(other);
  await (await AccountMenu.open(other)).signOut();
  await page.goBack();
  await SignInPage.shown(page);
  await expect(cards.cards).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, 'cameFromCache'))).toBe(true);
});
