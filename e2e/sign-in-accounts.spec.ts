import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';

test('S4: a link for another account shows both in full; Cancel leaves all as it was', async ({
  page,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  const link = sandbox.createLoginLink(sandbox.accounts.second);
  const landing = await LinkLanding.open(page, link);
  await expect(landing.signInButton).toBeVisible();
  for (const account of [sandbox.accounts.busy, sandbox.accounts.second])
    await expect(page.getByRole('status').filter({ hasText: 'another account' })).toContainText(account);
  await landing.cancel();
  await OverviewPage.shown(page);
  const menu = await AccountMenu.open(page);
  await expect(menu.item(/^0x/)).toHaveCount(1);
  await expect(menu.button).toContainText(sandbox.accounts.busy.slice(-4));
});

test('S4: signing in to another account takes the old one’s cards off the screen and out of the reads', async ({
  page,
  signIn,
  sandbox,
}) => {
  const overview = await signIn('busy');
  const oldCards = sandbox.store.cardsOf(sandbox.accounts.busy);
  await overview.showLists();
  await expect(overview.allCards).toHaveText('All 40 cards');
  const landing = await (
    await (await AccountMenu.open(page)).addAccount()
  ).pasteLink(sandbox.createLoginLink(sandbox.accounts.second));
  // If the new account showed anything from the old one's cache, it would be seen while the new reads are
  // held.
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`${sandbox.url}/get-*`, async (route) => {
    await held;
    await route.continue();
  });
  await landing.signIn();
  const words = await overview.main.innerText();
  expect(oldCards.filter((card) => words.includes(card.number.slice(-4)))).toEqual([]);
  release();
  const menu = await AccountMenu.open(page);
  await expect(menu.item(/^0x/)).toHaveCount(2);
  await expect(menu.button).toContainText(sandbox.accounts.second.slice(-4));
  const readsBefore = sandbox.log.list().filter(({ route }) => route === 'get-card-data').length;
  await menu.chooseAccount(new RegExp(sandbox.accounts.busy.slice(-4)));
  await overview.showLists();
  await expect(overview.allCards).toHaveText('All 40 cards');
  // Read again: the cache of it was dropped.
  expect(sandbox.log.list().filter(({ route }) => route === 'get-card-data').length).toBeGreaterThan(
    readsBefore,
  );
});

test('a pasted link lands the same way, the field is empty again and nothing is sent before the click', async ({
  page,
  context,
  sandbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const signIn = await SignInPage.open(page);
  await signIn.keepSignedIn.check();
  const link = sandbox.createLoginLink(sandbox.accounts.busy).replace(/^[^?]*/, 'https://laso.finance/');
  const message = `Here is your link:\n${link}\nIt works once.`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), message);
  const paste = async () => {
    await signIn.loginLink.focus();
    await page.keyboard.press('Control+V');
    await signIn.continueButton.click();
    return new LinkLanding(page);
  };
  const landing = await paste();
  await expect(landing.signInButton).toHaveAccessibleName(/^Sign in as 0x/);
  await expect(landing.keepSignedIn).toBeChecked();
  expect(sandbox.log.list()).toEqual([]);
  await landing.cancel();
  await expect(signIn.loginLink).toHaveValue('');
  await (await paste()).signIn();
  expect(page.url()).not.toContain('authToken');
});

test('nonsense in the field gives a sentence', async ({ page, sandbox }) => {
  const signIn = await SignInPage.open(page);
  for (const nonsense of ['', 'hello there', 'https://laso.finance/']) {
    await signIn.pasteLink(nonsense);
    await expect(signIn.problem).toContainText('This contains no login link.');
    await expect(signIn.loginLink).toHaveAttribute('aria-invalid', 'true');
  }
  expect(sandbox.log.list()).toEqual([]);
});

test('the sentence for the agent can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await SignInPage.open(page);
  await page.getByRole('button', { name: 'Copy the sentence' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/GET https:\/\/laso\.finance\/get-auth-link .*auth_url.*Do not open it/);
});
