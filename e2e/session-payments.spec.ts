import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { MainNavigation } from './pages/main-navigation.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { putPayments, SIGNED_HEADER, unknownPayment } from './put-payment.ts';
import { storedPayments } from './stored-payments.ts';

test('the sign-out dialog names unfinished payments, also offline; kept, they come back with the account', async ({
  page,
  context,
  network,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  const { busy, second } = sandbox.accounts;
  await putPayments(page, [
    unknownPayment('a', busy, 5_000),
    unknownPayment('b', busy, 12_050),
    unknownPayment('c', second, 99_900),
  ]);
  // Of an earlier visit: what signing out needs for them is fetched while the browser is idle.
  await page.reload();
  await network.script('open-payments');
  await context.setOffline(true);
  const menu = await AccountMenu.open(page);
  await menu.item(/^Sign out$/).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 payments not finished: 170.50 USDC.');
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  await SignInPage.shown(page);
  await context.setOffline(false);
  expect(await storedPayments(page)).toHaveLength(3);

  const payments = await PaymentsPage.open(page);
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expect(payments.rows).toHaveCount(1);
  await expect(payments.rows).toContainText('999.00 USDC');
  await (await LinkLanding.open(page, sandbox.createLoginLink(busy))).signIn();
  await PaymentsPage.open(page);
  await expect(
    payments.withOutcome('Outcome unknown').filter({ hasText: /(50\.00|120\.50) USDC/ }),
  ).toHaveCount(2);
});

test('the records can be exported at sign-out, without what could be sent again', async ({
  page,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  await putPayments(page, [unknownPayment('a', sandbox.accounts.busy, 5_000)]);
  await (await AccountMenu.open(page)).item(/^Sign out$/).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Export the records' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^laso-payments.*\.json$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    payments: [{ id: 'a', state: 'unknown', amountAtomic: '50000000', payer: sandbox.accounts.busy }],
  });
  expect(text).not.toContain(SIGNED_HEADER);
  await expect(page.getByRole('dialog')).toContainText('1 payment not finished: 50.00 USDC.');
});

test('deleting the records is asked twice, with the sum named, and only then done', async ({
  page,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  const { busy, second } = sandbox.accounts;
  await putPayments(page, [unknownPayment('mine', busy, 5_000), unknownPayment('other', second, 7_000)]);
  await (await AccountMenu.open(page)).item(/^Sign out$/).click();
  const dialog = page.getByRole('dialog');
  const press = (name: RegExp) => dialog.getByRole('button', { name }).click();

  await press(/^Delete the records/);
  await expect(dialog).toHaveAccessibleName('Delete the records of 1 payment, 50.00 USDC?');
  await press(/^Keep the records/);
  await expect(dialog).toContainText('1 payment not finished: 50.00 USDC.');
  await press(/^Delete the records/);
  await press(/^Continue to delete/);
  await expect(dialog).toHaveAccessibleName('Delete for good: 50.00 USDC?');
  expect(await storedPayments(page)).toHaveLength(2);
  await press(/^Delete for good and sign out/);
  await SignInPage.shown(page);
  expect((await storedPayments(page)).map(({ id }) => id)).toEqual(['other']);
});

test('a record is not deleted while a tab is paying with its wallet, and the person stays signed in', async ({
  page,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  const { busy } = sandbox.accounts;
  await putPayments(page, [unknownPayment('mine', busy, 5_000)]);
  await page.evaluate((wallet) => {
    void navigator.locks.request(`laso-pay:${wallet}`, () => new Promise(() => {}));
  }, busy);
  await (await AccountMenu.open(page)).item(/^Sign out$/).click();
  const dialog = page.getByRole('dialog');
  for (const name of [/^Delete the records/, /^Continue to delete/, /^Delete for good and sign out/])
    await dialog.getByRole('button', { name }).click();
  await expect(dialog.getByRole('alert')).toContainText('You are still signed in.');
  expect(await storedPayments(page)).toHaveLength(1);
});

test('R20: a refused renewal keeps the payments on this device, and readable', async ({
  page,
  signIn,
  sandbox,
}) => {
  await page.clock.install();
  await signIn('busy');
  await expect(page.getByRole('main')).toContainText('$41.27');
  const { busy } = sandbox.accounts;
  await putPayments(page, [unknownPayment('mine', busy, 5_000)]);
  const navigation = new MainNavigation(page);
  const payments = await navigation.payments();
  await expect(payments.withOutcome('Outcome unknown')).toContainText('50.00 USDC');

  sandbox.tokens.revoke(busy);
  sandbox.clock.advance(57 * 60_000);
  await page.clock.setSystemTime(sandbox.clock.now());
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Balance' }).click();
  const ended = page.getByText(/This account.s session has ended/);
  await expect(ended).toBeVisible();
  await expect(page.getByRole('main')).toContainText('$41.27');
  await navigation.payments();
  await expect(payments.rows).toHaveCount(1);
  await expect(payments.rows).toContainText('50.00 USDC');
  expect((await storedPayments(page)).map(({ id }) => id)).toEqual(['mine']);
});
