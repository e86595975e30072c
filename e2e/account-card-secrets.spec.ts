import type { Page } from '@playwright/test';
import { ACCESS_TOKENS } from '#sandbox/account-card/programme-users.ts';
import { giveActiveCard, programmeOf, withActiveCard } from './account-card-programme.ts';
import { readStores, readTraces } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { AccountCardPage } from './pages/account-card-page.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { queryCache } from './query-cache.ts';

test('access token, one-time addresses and the person behind them are in no store, cache, address or console', async ({
  page,
  sandbox,
  stage,
  network,
  consoleLines,
}) => {
  const card = await withActiveCard(page, sandbox);
  const details = await card.showDetails();
  await expect.poll(() => card.picture.evaluate((img) => Object(img).naturalWidth)).toBeGreaterThan(0);
  await card.hide();
  const pin = await card.showPin();
  await card.hide();
  await card.button('Set PIN').click();
  await card.pinPage.getByLabel('New PIN', { exact: true }).waitFor();
  const pinPage = (await page.locator('iframe').getAttribute('src')) ?? '';
  await card.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(card.dialog).toHaveCount(0);

  const { profile, card: stored } = programmeOf(sandbox).store.users.verified;
  const oneTime = [details, pin, pinPage].map((address) => new URL(address).searchParams.get('token') ?? '');
  expect(oneTime.every((token) => token.length > 20)).toBe(true);
  const person = Object.values(profile).flatMap((value) => (value && value.length > 5 ? [value] : []));
  const secrets = [ACCESS_TOKENS.verified, ...oneTime, ...person, stored?.number ?? 'none'];
  const traces = await readTraces(page);
  const places: Record<string, string> = {
    ...traces,
    ...(await readStores(page)),
    queryCache: await queryCache(page),
    console: consoleLines.join('\n'),
    // Only the picture and the frame themselves are asked for by a one-time address.
    requests: network.requests
      .filter(({ resourceType }) => resourceType !== 'image' && resourceType !== 'document')
      .map(({ url }) => url)
      .join('\n'),
  };
  for (const [place, text] of Object.entries(places))
    expect(
      secrets.filter((secret) => text.includes(secret)),
      place,
    ).toEqual([]);
  // What the page may know of the person is on the page and nowhere else.
  expect(places['queryCache']).not.toContain(stored?.holderName);
  expect(traces['document']).toContain(stored?.holderName);

  expect(network.origins().toSorted()).toEqual(
    [new URL(stage.dashboardUrl).origin, programmeOf(sandbox).url].toSorted(),
  );
  const keyed = network.requests.filter(({ headers }) => headers['authorization']?.includes('sandbox-card'));
  expect(keyed.length).toBeGreaterThan(0);
  expect(keyed.filter(({ url }) => !url.startsWith(programmeOf(sandbox).url))).toEqual([]);
});

test('the access token lives as long as the page: a reload, “Forget” and a second tab have none', async ({
  page,
  context,
  sandbox,
}) => {
  const card = await withActiveCard(page, sandbox);
  const other = await AccountCardPage.open(await context.newPage());
  await expect(other.accessToken).toBeVisible();
  await page.reload();
  await expect(card.accessToken).toBeVisible();
  await expect(card.accessToken).toHaveValue('');
  await card.enterToken(ACCESS_TOKENS.verified);
  await card.main.getByRole('button', { name: 'Forget the access token' }).click();
  await expect(card.accessToken).toBeVisible();
  await expect(card.main).not.toContainText('SANDMANN');
});

test('signing out forgets it too', async ({ page, sandbox, signIn }) => {
  await signIn('firstDay');
  giveActiveCard(sandbox);
  const toCard = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Account card' });
  await toCard.click();
  const card = new AccountCardPage(page);
  await card.enterToken(ACCESS_TOKENS.verified);
  await card.button('Freeze').waitFor();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click();
  await (await AccountMenu.open(page)).signOut();
  await toCard.click();
  await expect(card.accessToken).toBeVisible();
  await expect(card.main).not.toContainText('SANDMANN');
});

for (const [how, leave] of [
  ['a sign-out', async (tab: Page) => void (await (await AccountMenu.open(tab)).signOut())],
  ['Erase', async (tab: Page) => (await SettingsPage.open(tab)).eraseEverything()],
] as const)
  test(`${how} in another tab forgets it too, also where this tab was never signed in`, async ({
    page,
    context,
    sandbox,
  }) => {
    const card = await withActiveCard(page, sandbox);
    const other = await context.newPage();
    await (await LinkLanding.open(other, sandbox.createLoginLink(sandbox.accounts.firstDay))).signIn();
    await expect(card.button('Freeze')).toBeVisible();
    await leave(other);
    await expect(card.accessToken).toBeVisible();
    await expect(card.main).not.toContainText('SANDMANN');
  });
