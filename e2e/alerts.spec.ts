import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { AlertSettings } from './pages/alert-settings.ts';
import { putPayments, unknownPayment } from './put-payment.ts';

test('an order above the amount raises one alert, and earlier orders none', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const settings = await AlertSettings.open(page);
  await settings.setAmount('One order above', '25');
  await settings.switchOn('One order above');
  await expect(settings.main).toContainText('Laso’s API has no way to stop an agent');
  await expect(settings.main).toContainText('No alerts so far.');

  sandbox.store.orderUsCard(sandbox.accounts.busy, 2_500);
  const card = sandbox.store.orderUsCard(sandbox.accounts.busy, 7_300);
  await page.reload();
  const notice = page.getByRole('status').filter({ hasText: 'A card of $73.00 was ordered' });
  await expect(notice).toBeVisible();
  await expect(settings.alerts.getByRole('listitem')).toHaveCount(1);
  await expect(notice.getByRole('link', { name: 'View' })).toHaveAttribute('href', `/cards/${card.cardId}`);
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);

  await page.reload();
  await expect(settings.alerts.getByRole('listitem')).toHaveCount(1);
  await expect(notice).toHaveCount(0);

  // Settings stays open to those who are signed out.
  await page.goto('/');
  await (await AccountMenu.open(page)).signOut();
  expect(await page.evaluate(() => localStorage.getItem('laso.alerts'))).not.toContain('$73.00');
});

/** What the rules of the account on this device have looked at so far. */
const lookedAt = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { byAccount } = JSON.parse(localStorage.getItem('laso.alerts') ?? '{"byAccount":{}}');
    return Object.values<{ seen: object }>(byAccount).flatMap(({ seen }) => Object.keys(seen));
  });

test('a day’s spending above the amount and what is left below it raise an alert when they pass it', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('firstDay');
  const card = sandbox.store.orderUsCard(sandbox.accounts.firstDay, 5_000);
  card.readyAt = 0;
  const settings = await AlertSettings.open(page);
  for (const [rule, dollars] of [
    ['Spent in a day above', '30'],
    ['Left below', '40'],
  ] as const) {
    await settings.setAmount(rule, dollars);
    await settings.switchOn(rule);
  }
  await expect.poll(() => lookedAt(page)).toEqual(expect.arrayContaining(['day us intl', 'low-balance']));
  await expect(settings.main).toContainText('No alerts so far.');
  sandbox.store.spend(card, 4_000, 'HETZNER');
  await page.reload();
  // The rules look when their own reads come: either may be first.
  const alerts = settings.alerts.getByRole('listitem');
  await expect(
    alerts.filter({ hasText: /was spent on .+: over your \$30\.00 alert for one day/ }),
  ).toBeVisible();
  await expect(
    alerts.filter({
      hasText: /^\$31\.16 is left on cards and in the Laso balance: under your \$40\.00 alert/,
    }),
  ).toBeVisible();
  await expect(alerts).toHaveCount(2);
});

test('lists that cannot be read silence no other rule, and Settings says what is not watched', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const settings = await AlertSettings.open(page);
  await page.route('**/get-card-data?card_type=*International*', (route) => route.abort('connectionrefused'));
  for (const rule of ['One order above', 'Left below', 'A payment needs attention'])
    await settings.switchOn(rule);
  await settings.setAmount('One order above', '25');
  await expect.poll(() => lookedAt(page)).toEqual(expect.arrayContaining(['order us', 'payment']));
  await page.reload();
  const missing = settings.region.getByRole('list', { name: 'Not watched' });
  await expect(missing).toContainText('“One order above”: U.S. cards only');
  await expect(missing).toContainText('“Left below”: not watched');
  await expect(missing).not.toContainText('A payment needs attention');

  await putPayments(page, [unknownPayment('open', sandbox.accounts.busy, 5_000)]);
  sandbox.store.orderUsCard(sandbox.accounts.busy, 7_300);
  await page.reload();
  await expect(settings.alerts.getByRole('listitem').filter({ hasText: 'A card of $73.00' })).toBeVisible();
  await expect(
    settings.alerts
      .getByRole('listitem')
      .filter({ hasText: 'It is not known yet whether 50.00 USDC was paid.' }),
  ).toBeVisible();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.reload();
  await expect(settings.main).toContainText('History');
  await expect(missing).toHaveCount(0);
});

test('one of two tabs notifies, a click leads to the card, and the browser is asked only by a click', async ({
  page,
  context,
  sandbox,
}) => {
  await context.addInitScript(() => {
    const shown: { title: string; body: string; click: () => void }[] = [];
    // The empty page before the first one has no storage.
    if (location.protocol === 'about:') return;
    let asked = 0;
    class TestNotification extends EventTarget {
      static permission = localStorage.getItem('test.permission') ?? 'default';
      static requestPermission() {
        asked += 1;
        TestNotification.permission = 'granted';
        localStorage.setItem('test.permission', 'granted');
        return Promise.resolve('granted');
      }
      constructor(title: string, options: { body: string }) {
        super();
        shown.push({ title, body: options.body, click: () => this.dispatchEvent(new Event('click')) });
      }
      close() {}
    }
    Object.assign(window, { Notification: TestNotification, notifications: shown, asked: () => asked });
  });
  const shownIn = (tab: typeof page): Promise<string[]> =>
    tab.evaluate('window.notifications.map(({ body }) => body)');
  const landing = await LinkLanding.open(page, await sandbox.createLoginLink(sandbox.accounts.busy));
  await landing.keepSignedIn.check();
  await landing.signIn();
  const settings = await AlertSettings.open(page);
  expect(await page.evaluate('window.asked()')).toBe(0);
  await settings.switchOn('One order above');
  await settings.switchOn('Browser notifications');
  expect(await page.evaluate('window.asked()')).toBe(1);
  const card = sandbox.store.orderUsCard(sandbox.accounts.busy, 12_300);
  // The second tab finds it; the first, which was there before, notifies.
  const second = await context.newPage();
  await second.goto('/');
  await expect(second.getByRole('status').filter({ hasText: 'A card of $123.00 was ordered' })).toBeVisible();
  await expect.poll(() => shownIn(page)).toEqual([expect.stringContaining('A card of $123.00 was ordered')]);
  expect(await shownIn(second)).toEqual([]);
  await page.evaluate('window.notifications[0].click()');
  await expect(page).toHaveURL(new RegExp(`/cards/${card.cardId}$`));
});
