import type { Page, Route } from '@playwright/test';
import { readStores, readTraces } from './browser-stores.ts';
import { LOOKS, nameOf, overflow, take, violations } from './axe-violations.ts';
import { expect, test } from './fixtures.ts';
import { withoutNewerNames } from './newer-names.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { OrderPage } from './pages/order-page.ts';

const PAGES = [
  'Cards',
  'Gift cards',
  'Push to card',
  'Balance',
  'Merchants',
  'Activity',
  'Payments',
  'Settings',
];

test('the oldest browsers of the baseline sign in, show every page, pay on Base and get ready to on Solana', async ({
  page,
  sandbox,
  wallet,
}) => {
  const deletedNames = await withoutNewerNames(page);
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  const overview = await landing.signIn();
  expect(await deletedNames()).toEqual(
    expect.arrayContaining([
      ...['URL.parse', 'AbortSignal.any', 'Map.groupBy', 'Object.groupBy', 'Promise.withResolvers'],
      ...['Promise.try', 'Set.union', 'Iterator.map', 'Array.fromAsync', 'window.requestIdleCallback'],
    ]),
  );
  await overview.showLists();
  const alerts = page.getByRole('main').getByRole('alert');
  for (const name of PAGES) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(name);
    await expect(page.getByRole('main').locator('[aria-busy="true"]')).toHaveCount(0);
    await expect(alerts).toHaveCount(0);
  }

  const review = await (await OrderPage.open(page)).review('50');
  await review.connectWallet();
  const receipt = await review.pay();
  expect(await receipt.transaction()).toMatch(/^0x[0-9a-f]{64}$/);
  expect(wallet.signatureRequests()).toBe(1);

  const order = await OrderPage.open(page);
  await order.chooseNetwork('Solana');
  const onSolana = await order.review('50');
  await onSolana.getReady();
});

/** What Safari before 16.4, Chrome before 111 and Firefox before 128 lack alike. */
const asOlderBrowser = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Reflect.deleteProperty(ArrayBuffer.prototype, 'resize');
    Reflect.deleteProperty(String.prototype, 'isWellFormed');
    Reflect.deleteProperty(URL, 'parse');
    Reflect.deleteProperty(AbortSignal, 'any');
  });

test('an older browser is said to be too old: no request to API, identity or chain, and the link can be copied from the page', async ({
  page,
  sandbox,
  stage,
  network,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await asOlderBrowser(page);
  const link = sandbox.createLoginLink(sandbox.accounts.busy);
  await page.goto(link);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This browser is too old for Laso Dashboard');
  await expect(alert).toContainText('Use Safari 16.4, Chrome 111, Edge 111, Firefox 128 or a newer one.');
  await network.answered();

  // Until it is asked for, the link's secret is in memory only.
  const secret = link.slice(-20);
  const places = { ...(await readTraces(page)), ...(await readStores(page)), html: await page.content() };
  for (const [place, text] of Object.entries(places)) expect(text, place).not.toContain(secret);

  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('status')).toContainText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.getByRole('button', { name: 'Show link' }).click();
  await expect(page.getByRole('textbox', { name: 'Login link' })).toHaveValue(link);

  expect(network.origins()).toEqual([stage.dashboardUrl]);
  expect(sandbox.log.list()).toEqual([]);
  const found: string[] = [];
  for (const look of [...LOOKS, { width: 320, colorScheme: 'light' } as const]) {
    found.push(...(await violations(page, 'too old', { looks: [look] })));
    await take(page, look);
    expect(await overflow(page), nameOf(look)).toBeLessThanOrEqual(0);
  }
  expect(found).toEqual([]);

  // What was copied works elsewhere.
  const newer = await context.newPage();
  await (await LinkLanding.open(newer, link)).signIn();
});

const VENDOR = '**/assets/vendor-*.js';

test('a script that the browser cannot read is said too, and the link is kept', async ({
  page,
  sandbox,
  problems,
}) => {
  await page.route(VENDOR, (route) => route.fulfill({ contentType: 'text/javascript', body: 'using = ;' }));
  const link = sandbox.createLoginLink(sandbox.accounts.busy);
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('could not start in this browser');
  await page.getByRole('button', { name: 'Show link' }).click();
  await expect(page.getByRole('textbox', { name: 'Login link' })).toHaveValue(link);
  expect(problems.splice(0)).toEqual([expect.stringContaining('Uncaught')]);
});

test('a script that takes long makes no browser too old', async ({ page, sandbox, network }) => {
  const held: Route[] = [];
  await page.route(VENDOR, (route) => {
    held.push(route);
  });
  await page.goto(sandbox.createLoginLink(sandbox.accounts.busy), { waitUntil: 'commit' });
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await network.script('shared');
  await expect(page.locator('#root')).toBeEmpty();
  for (const route of held) await route.continue();
  await expect(new LinkLanding(page).signInButton).toBeVisible();
  expect(network.to('/too-old.js')).toEqual([]);
});
