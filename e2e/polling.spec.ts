import type { Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import { expect, test } from './fixtures.ts';
import type { NetworkLog } from './network-log.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { setHidden } from './tab-visibility.ts';

/** Second by second, so that answers arrive between the timers as they do in life. */
async function letPass(page: Page, seconds: number, step = 1): Promise<void> {
  for (let passed = 0; passed < seconds; passed += step) await page.clock.runFor(step * 1_000);
}

const toLaso = (network: NetworkLog, sandbox: Sandbox) =>
  network.requests.filter(
    ({ url, method }) => url.startsWith(sandbox.config.apiBaseUrl) && method !== 'OPTIONS',
  );

test('a hidden tab sends no request for a minute, and refetches at once when it is visible again', async ({
  page,
  signIn,
  network,
}) => {
  await page.clock.install();
  const overview = await signIn('firstDay');
  // What the page still fetches for itself is there: else a tab hidden too early would fetch it.
  await expect
    .poll(async () => {
      await page.clock.runFor(1_000);
      return overview.main.getByText('Newest activity').isVisible();
    })
    .toBe(true);
  await page.clock.runFor(5_000);
  await network.answered();
  await setHidden(page, true);
  const before = network.requests.length;
  await letPass(page, 70, 5);
  // Longer than a token lives: no renewal either.
  await page.clock.fastForward(3 * 3_600_000);
  await letPass(page, 10, 5);
  expect(network.requests.slice(before).map(({ url }) => url)).toEqual([]);
  await setHidden(page, false);
  await expect.poll(() => network.to('/get-card-data').length).toBeGreaterThan(2);
});

test('two accounts on screen and nothing awaited: at most 3.5 requests a minute for each', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  await page.clock.install();
  await signIn('firstDay');
  const landing = await LinkLanding.open(page, await sandbox.createLoginLink(sandbox.accounts.second));
  await landing.signIn();
  await (await AccountMenu.open(page)).chooseAccount(/^All accounts$/);
  await expect(page.getByText('Account balance')).toBeVisible();
  await page.clock.runFor(5_000);
  await network.answered();
  const before = toLaso(network, sandbox).length;
  await letPass(page, 240, 2);
  const asked = toLaso(network, sandbox).length - before;
  expect(asked / 2 / 4).toBeLessThanOrEqual(3.5);
  // It does ask: what is on screen stays true.
  expect(asked).toBeGreaterThanOrEqual(2 * 4 * 2);
});

test('a card that was ordered after the lists were read, open on its own page, tells from a hidden tab that it is ready', async ({
  page,
  sandbox,
  signIn,
}) => {
  await page.clock.install();
  await signIn('firstDay');
  await expect(page.getByText('Account balance')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const stored = sandbox.store.orderUsCard(sandbox.accounts.firstDay, 2_500);
  stored.readyAt = Infinity;
  // As the receipt's link leads there: no reload, what was read stays.
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/cards/${stored.cardId}`);
  await expect(page.getByRole('main')).toContainText('issuing the card');
  await setHidden(page, true);
  await page.waitForLoadState('networkidle');
  stored.readyAt = 0;
  await letPass(page, 40, 5);
  await expect(page).toHaveTitle(`Card •••• ${stored.number.slice(-4)} is ready.`);
  await setHidden(page, false);
  await expect(page).toHaveTitle(/^U.S. card ending in/);
  await expect(page.getByRole('status').filter({ hasText: 'is ready.' })).toBeVisible();
});

test('a pending card tells from a hidden tab that it is ready, and its notice leads to it', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  await page.clock.install();
  await signIn('firstDay');
  const stored = sandbox.store.orderUsCard(sandbox.accounts.firstDay, 2_500);
  stored.readyAt = Infinity;
  await page.reload();
  await expect(page.getByText('Account balance')).toBeVisible();
  await page.clock.runFor(3_000);
  await network.answered();
  await setHidden(page, true);
  // The watch's own code is fetched now.
  await network.script('alerts-watch');
  await page.clock.runFor(1_000);
  const before = network.to('/get-card-data', 'GET').length;
  await letPass(page, 25, 5);
  expect(network.to('/get-card-data', 'GET')).toHaveLength(before);
  stored.readyAt = 0;
  await expect
    .poll(async () => {
      await page.clock.runFor(5_000);
      return page.title();
    })
    .toBe(`Card •••• ${stored.number.slice(-4)} is ready.`);
  // One list of one type.
  expect(network.to('/get-card-data', 'GET').length - before).toBeLessThanOrEqual(2);
  await setHidden(page, false);
  await expect(page).toHaveTitle(/Laso Dashboard/);
  const notice = page.getByRole('status').filter({ hasText: `•••• ${stored.number.slice(-4)} is ready.` });
  await notice.getByRole('link', { name: 'View' }).click();
  await expect(page).toHaveURL(new RegExp(`/cards/${stored.cardId}$`));
});
