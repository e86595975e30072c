import { holdsTokens, readStores } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { CardsPage } from './pages/cards-page.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import type { Page } from '@playwright/test';

/** Which stores of the page hold session tokens. */
async function storesWithTokens(page: Page): Promise<string[]> {
  const stores = Object.entries(await readStores(page));
  return stores.filter(([, text]) => holdsTokens(text)).map(([name]) => name);
}

test('S24: not kept, a session is in this tab’s sessionStorage only: a new tab is signed out, a reload is not', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('busy');
  expect(await storesWithTokens(page)).toEqual(['sessionStorage']);
  const other = await context.newPage();
  await other.goto('/');
  await SignInPage.shown(other);
  expect(await storesWithTokens(other)).toEqual([]);
  await page.reload();
  await OverviewPage.shown(page);
});

test('S24: kept, a session is in IndexedDB only and opens a new tab; signing in without keeping takes it back', async ({
  page,
  context,
  sandbox,
}) => {
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  await landing.signIn({ keep: true });
  await expect.poll(() => storesWithTokens(page)).toEqual(['indexedDB']);
  const other = await context.newPage();
  await OverviewPage.open(other);
  const again = await LinkLanding.open(other, sandbox.createLoginLink(sandbox.accounts.busy));
  await again.signIn({ keep: false });
  await expect.poll(() => storesWithTokens(other)).toEqual(['sessionStorage']);
  const menu = await AccountMenu.open(other);
  await expect(menu.item(/^0x/)).toHaveCount(1);
});

test('S14: signing out in one tab removes a kept session in every tab and from the device', async ({
  page,
  context,
  sandbox,
}) => {
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  await landing.signIn({ keep: true });
  const other = await context.newPage();
  const cards = await CardsPage.open(other);
  await expect(cards.cards.first()).toBeVisible();
  await (await AccountMenu.open(page)).signOut();
  await SignInPage.shown(other);
  await expect(cards.cards).toHaveCount(0);
  for (const tab of [page, other]) expect(await storesWithTokens(tab)).toEqual([]);
  await other.reload();
  await SignInPage.shown(other);
});

test('S14: signing out works offline, in a duplicated tab too, and Back shows nothing afterwards', async ({
  page,
  context,
  network,
  signIn,
}) => {
  const overview = await signIn('busy');
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void window.open('/cards'));
  const copy = await opened;
  await CardsPage.shown(copy);
  await overview.openAllCards();
  // What signing out needs is fetched while the browser is idle.
  await network.script('sign-in-page');

  await context.setOffline(true);
  await expect(page.getByText('You are offline.')).toBeVisible();
  await (await AccountMenu.open(page)).signOut();
  await SignInPage.shown(copy);
  for (const tab of [page, copy]) expect(await storesWithTokens(tab)).toEqual([]);
  await page.goBack();
  await SignInPage.shown(page);
  await expect(page.locator('a[href^="/cards/"]')).toHaveCount(0);
  await context.setOffline(false);
  await copy.reload();
  await SignInPage.shown(copy);
});

test('“Sign out everywhere” takes both accounts, and the one that only another tab knows', async ({
  page,
  context,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.second));
  await landing.signIn({ keep: true });
  const other = await context.newPage();
  const third = await LinkLanding.open(other, sandbox.createLoginLink(sandbox.accounts.firstDay));
  await third.signIn();

  const menu = await AccountMenu.open(page);
  await expect(menu.item(/^0x/)).toHaveCount(2);
  for (const name of ['Add account', /^Sign out$/, /^Sign out everywhere/])
    await expect(menu.item(name)).toBeVisible();
  await menu.signOutEverywhere();
  await SignInPage.shown(other);
  for (const tab of [page, other]) {
    await expect.poll(() => storesWithTokens(tab)).toEqual([]);
    await tab.goto('/cards');
    await SignInPage.shown(tab);
  }
});

test('signing out of one of two accounts leaves the other on screen', async ({ page, signIn, sandbox }) => {
  await signIn('busy');
  await (await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.second))).signIn();
  await (await AccountMenu.open(page)).item(/^Sign out$/).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  const menu = new AccountMenu(page);
  await expect(menu.button).toContainText(sandbox.accounts.busy.slice(-4));
  expect((await readStores(page)).sessionStorage).not.toContain(sandbox.accounts.second);
});
