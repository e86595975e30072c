import type { Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { BalancePage } from './pages/balance-page.ts';
import { LinkLanding } from './pages/link-landing.ts';

const made = (sandbox: Sandbox) => sandbox.store.withdrawals.of(sandbox.accounts.second);

test('fast clicks and keys on Confirm withdrawal make one withdrawal', async ({
  page,
  sandbox,
  network,
  openAs,
}) => {
  const balance = await openAs('second', BalancePage);
  await balance.ask('5');
  await balance.confirmButton.focus();
  await balance.confirmButton.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await page.keyboard.press('Enter');
  await expect(balance.main).toContainText('$5.00 is on its way to the wallet.');
  await expect(balance.rows).toHaveCount(1);
  expect(network.to('/withdraw', 'POST')).toHaveLength(1);
  expect(made(sandbox)).toHaveLength(1);
});

/** Signed in on this device, with the question open in two tabs. */
async function askedTwice(page: Page, sandbox: Sandbox): Promise<[BalancePage, BalancePage]> {
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.second));
  await landing.signIn({ keep: true });
  const first = await BalancePage.open(page);
  const second = await BalancePage.open(await page.context().newPage());
  await first.ask('5');
  await second.ask('5');
  return [first, second];
}

test('two tabs: while one is sending, the other is refused', async ({ page, sandbox, network }) => {
  const [first, second] = await askedTwice(page, sandbox);
  sandbox.faults.add({ route: 'withdraw', kind: 'slow', ms: 3_600_000, before: true });
  await first.confirmButton.click();
  await expect.poll(() => sandbox.waiting.size()).toBe(1);
  await second.confirmButton.click();
  await expect(second.main.getByRole('alert')).toContainText(
    'A withdrawal from this account is already being sent.',
  );
  await expect(second.withdrawButton).toBeDisabled();
  sandbox.waiting.release();
  await expect(first.main).toContainText('$5.00 is on its way to the wallet.');
  expect(network.to('/withdraw', 'POST')).toHaveLength(1);
  expect(made(sandbox)).toHaveLength(1);
});

test('two tabs: what was decided before the other one withdrew is not sent', async ({
  page,
  sandbox,
  network,
}) => {
  const [first, second] = await askedTwice(page, sandbox);
  await first.confirmButton.click();
  await expect(first.main).toContainText('$5.00 is on its way to the wallet.');
  await second.confirmButton.click();
  await expect(second.main.getByRole('alert')).toContainText(
    'There is a newer withdrawal than the ones you saw.',
  );
  await expect(second.rows).toHaveCount(1);
  expect(network.to('/withdraw', 'POST')).toHaveLength(1);
  expect(made(sandbox)).toHaveLength(1);
});

test('a lost answer is found in the history at once: one withdrawal, and the page says that it is made', async ({
  sandbox,
  openAs,
}) => {
  const balance = await openAs('second', BalancePage);
  sandbox.faults.add({ route: 'withdraw', kind: 'drop-after-settlement' });
  await balance.withdraw('5');
  await expect(balance.main).toContainText('$5.00 is on its way to the wallet.');
  await expect(balance.rows).toHaveCount(1);
  expect(made(sandbox)).toHaveLength(1);
});

test('while history and answer are both lost no other one can be sent, also after a reload; then it is found', async ({
  page,
  sandbox,
  network,
  openAs,
}) => {
  const balance = await openAs('second', BalancePage);
  await balance.ask('5');
  // The look before sending works, those after it do not.
  await page.route('**/withdraw', async (route) => {
    sandbox.faults.add({ route: 'get-withdrawal-status', kind: 'error-before-settlement', times: 20 });
    sandbox.faults.add({ route: 'withdraw', kind: 'drop-after-settlement' });
    await route.continue();
  });
  await balance.confirmButton.click();
  await expect(balance.main).toContainText('It is not known yet whether $5.00 was withdrawn.');
  await expect(balance.withdrawButton).toBeDisabled();

  await page.reload();
  await expect(balance.main).toContainText('It is not known yet whether $5.00 was withdrawn.');
  await expect(balance.withdrawButton).toBeDisabled();
  sandbox.faults.clear();
  await page.reload();
  await expect(balance.rows).toHaveCount(1);
  await expect(balance.main).not.toContainText('It is not known yet');
  await expect(balance.withdrawButton).toBeEnabled();
  expect(network.to('/withdraw', 'POST')).toHaveLength(1);
  expect(made(sandbox)).toHaveLength(1);
});

test('one that never arrived stays unknown for a minute, then another may be sent; signing out hides the record and keeps it', async ({
  page,
  sandbox,
  signIn,
  openAs,
}) => {
  await page.clock.install();
  const balance = await openAs('second', BalancePage);
  sandbox.faults.add({ route: 'withdraw', kind: 'drop-before' });
  await balance.withdraw('5');
  const notice = balance.main.getByRole('status').filter({ hasText: '$5.00' });
  await expect(notice).toContainText('It is not known yet whether $5.00 was withdrawn.');
  expect(made(sandbox)).toEqual([]);

  await (await AccountMenu.open(page)).signOut();
  await page.goto('/balance');
  await expect(page.getByText('$5.00')).toHaveCount(0);
  await signIn('second');
  await BalancePage.open(page);
  await expect(notice).toContainText('It is not known yet');
  await expect(balance.withdrawButton).toBeDisabled();

  await page.clock.fastForward(61_000);
  await expect(notice).toContainText('is not in Laso’s history');
  await notice.getByRole('button', { name: 'Allow another one' }).click();
  await expect(notice).toHaveCount(0);
  await balance.withdraw('5');
  await expect(balance.rows).toHaveCount(1);
  expect(made(sandbox)).toHaveLength(1);
});

test('a request that the browser or the network sent twice is said to be two, with both ids', async ({
  sandbox,
  openAs,
  page,
}) => {
  const balance = await openAs('second', BalancePage);
  sandbox.faults.add({ route: 'withdraw', kind: 'duplicate' });
  await balance.withdraw('2.50');
  const alert = balance.main.getByRole('alert');
  await expect(alert).toContainText('Laso’s history shows 2 withdrawals of $2.50, and you confirmed one.');
  for (const { id } of made(sandbox)) await expect(alert).toContainText(id);
  await page.reload();
  await expect(alert).toContainText('2 withdrawals of $2.50');
  await alert.getByRole('button', { name: 'I have seen it' }).click();
  await expect(alert).toHaveCount(0);
});

const MAYBE_REPEATS = [
  [400, 'Laso did not accept this withdrawal.'],
  [409, 'Laso is already working on a withdrawal.'],
  [429, 'Laso asks to wait before the next withdrawal.'],
] as const;

for (const [status, sentence] of MAYBE_REPEATS)
  test(`a ${status} to the second try of a withdrawal that is being made: not certain until it is found, and no other one is sent`, async ({
    page,
    sandbox,
    network,
    openAs,
  }) => {
    const balance = await openAs('second', BalancePage);
    const answered = { headers: { 'Access-Control-Allow-Origin': '*' } };
    await balance.ask('5');
    // Laso makes it, lists it later, and refuses what the browser sent again by itself.
    await page.route(/\/get-withdrawal-status(\?|$)/, (route) =>
      route.fulfill({ ...answered, json: { withdrawals: [] } }),
    );
    await page.route('**/withdraw', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      await route.fetch();
      return route.fulfill({ ...answered, status, json: { error: 'One is under way' } });
    });
    await balance.confirmButton.click();
    const alert = balance.main.getByRole('alert');
    await expect(alert).toContainText(sentence);
    await expect(alert).toContainText('Laso says: “One is under way”');
    await expect(alert).toContainText(/whether the \$5\.00 of .* went out is not certain yet/);
    await expect(balance.main).not.toContainText('Nothing was withdrawn');
    await expect(balance.withdrawButton).toBeDisabled();

    // Shown, before sending, after it, and asked for once more by the page: the next look is ours.
    await expect.poll(() => network.to('/get-withdrawal-status', 'GET').length).toBeGreaterThanOrEqual(4);
    await page.unroute(/\/get-withdrawal-status(\?|$)/);
    await alert.getByRole('button', { name: 'Look again' }).click();
    await expect(balance.rows).toHaveCount(1);
    await expect(alert).toHaveCount(0);
    await expect(balance.withdrawButton).toBeEnabled();
    expect(network.to('/withdraw', 'POST')).toHaveLength(1);
    expect(made(sandbox)).toHaveLength(1);
  });
