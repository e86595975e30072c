import { readStores } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { SettingsPage } from './pages/settings-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { putStored, unknownPayment } from './put-payment.ts';

test('a name and a color stay with their account on this device, over reloads and in the menu', async ({
  page,
  signIn,
}) => {
  await signIn('busy');
  const settings = await SettingsPage.open(page);
  await settings.rename('Research agent');
  await settings.accounts.first().getByRole('radio', { name: 'Blue' }).check({ force: true });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Account Research agent' })).toBeVisible();
  await expect(settings.accounts.first().getByRole('radio', { name: 'Blue' })).toBeChecked();
});

test('the theme is the owner’s choice, in every tab and after a reload', async ({
  page,
  context,
  sandbox,
}) => {
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.firstDay));
  await landing.signIn({ keep: true });
  const other = await context.newPage();
  await OverviewPage.open(other);
  const settings = await SettingsPage.open(page);
  await settings.chooseTheme('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await other.reload();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a threshold changes what needs attention, and an invalid number is rejected', async ({
  page,
  signIn,
  sandbox,
}) => {
  sandbox.seed({ scenario: 'signal', kind: 'stranded-money', raises: false }, sandbox.accounts.signal);
  const { main } = await signIn('signal');
  await expect(main).toContainText('Nothing unusual in what Laso lists');
  const settings = await SettingsPage.open(page);
  await settings.setThreshold('Small leftovers below', 'a lot');
  await expect(settings.main.getByText('Enter an amount in dollars above zero')).toBeVisible();
  await settings.setThreshold('Small leftovers below', '9999');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click();
  await expect(main).toContainText(/is left in small amounts/);
});

test('Erase is asked twice, signs out every tab and leaves nothing but the time of it', async ({
  page,
  context,
  sandbox,
}) => {
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  await landing.signIn({ keep: true });
  const other = await context.newPage();
  await OverviewPage.open(other);
  const settings = await SettingsPage.open(page);
  await settings.rename('Research agent');
  await settings.setThreshold('Small leftovers below', '7');
  await settings.eraseEverything();
  await SignInPage.shown(other);
  for (const tab of [page, other]) {
    const stores = await readStores(tab);
    const kept = Object.keys(JSON.parse(stores.localStorage));
    expect(kept).toEqual(['laso.signed-out']);
    expect(Object.keys(JSON.parse(JSON.parse(stores.localStorage)['laso.signed-out']))).toEqual(['*']);
    expect(JSON.parse(stores.sessionStorage)).toEqual({});
    expect(JSON.parse(stores.indexedDB).flatMap((store: { values: unknown[] }) => store.values)).toEqual([]);
    expect(JSON.parse(stores.caches)).toEqual([]);
  }
  await page.goBack();
  await expect(page.getByRole('main')).not.toContainText('0x9965');
});

test('Erase names what signed-out accounts would lose, and leaves nothing of it; the export shows nothing of theirs', async ({
  page,
  signIn,
  sandbox,
}) => {
  const { busy } = sandbox.accounts;
  await signIn('busy');
  await putStored(page, 'payments', [unknownPayment('kept-payment', busy, 5_000)]);
  await putStored(page, 'vault', [
    {
      id: 'kept-code',
      ...{ account: busy.toLowerCase(), kind: 'gift-card', label: 'CANARY shop', amount: null, details: {} },
      ...{ boughtAtMs: Date.now() - 60_000, savedAtMs: null, usedAtMs: null, doneAtMs: null },
    },
  ]);
  await (await SettingsPage.open(page)).rename('Research agent');
  // Settings stays open to those who are signed out; elsewhere signing in is offered.
  await page.goto('/');
  // Kept, as the dialog offers first.
  await (await AccountMenu.open(page)).signOut();
  const settings = await SettingsPage.open(page);
  await expect(settings.main).toContainText('Nobody is signed in.');
  const text = await settings.export();
  for (const locked of ['kept-payment', 'CANARY', 'Research agent', busy.toLowerCase()])
    expect(text.toLowerCase()).not.toContain(locked.toLowerCase());

  await settings.main.getByRole('button', { name: 'Erase everything' }).click();
  await expect(page.getByRole('dialog')).toContainText(
    'Lost for good, also of accounts that are signed out: 1 unused code or link, 1 record of a payment not settled yet.',
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Keep them' }).click();
  await settings.eraseEverything();
  const stores = await readStores(page);
  expect(JSON.parse(stores.indexedDB).flatMap((store: { values: unknown[] }) => store.values)).toEqual([]);
  expect(Object.keys(JSON.parse(stores.localStorage))).toEqual(['laso.signed-out']);
});

test('the export of this device holds settings and no token', async ({ page, signIn }) => {
  await signIn('busy');
  const settings = await SettingsPage.open(page);
  await settings.rename('Research agent');
  const text = await settings.export();
  expect(JSON.parse(text).settings.accounts).toEqual({
    [Object.keys(JSON.parse(text).settings.accounts)[0] ?? '']: {
      name: 'Research agent',
      colour: expect.any(Number),
    },
  });
  expect(Object.keys(JSON.parse(text))).toEqual(
    expect.arrayContaining(['settings', 'alerts', 'cardNotes', 'payments', 'cardDetailsLookedAt']),
  );
  expect(text).not.toMatch(/eyJ|idToken|refreshToken|4\d{15}/);
});
