import type { Page, Request } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import { expect, test } from './fixtures.ts';
import { CardsPage } from './pages/cards-page.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { OverviewPage } from './pages/overview-page.ts';

const ENDED = /This account.s session has ended/;
const NEARLY_AN_HOUR_MS = 57 * 60_000;

const calls = (sandbox: Sandbox, route: string, method = 'GET') =>
  sandbox.log.list().filter((entry) => entry.route === route && entry.method === method);

/** As if the person came back to the tab: every read on screen is refetched. */
const lookAgain = (page: Page) =>
  page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

/** Time passes at Laso and in every tab. */
async function pass(sandbox: Sandbox, pages: Page[], ms: number): Promise<void> {
  sandbox.clock.advance(ms);
  for (const page of pages) await page.clock.setSystemTime(sandbox.clock.now());
  sandbox.log.clear();
}

/** All reads of one look: two lists of cards and the balance. */
const readsDone = (sandbox: Sandbox, count: number) =>
  expect
    .poll(
      () =>
        [...calls(sandbox, 'get-card-data'), ...calls(sandbox, 'get-account-balance')].filter(
          ({ status }) => status === 200,
        ).length,
      { timeout: 15_000 },
    )
    .toBe(count);

/** The requests of a page that have no answer yet. */
function requestsInFlight(page: Page): ReadonlySet<Request> {
  const open = new Set<Request>();
  page.on('request', (request) => void open.add(request));
  page.on('requestfinished', (request) => void open.delete(request));
  page.on('requestfailed', (request) => void open.delete(request));
  return open;
}

/** In steps shorter than a request's time limit: a clock that jumps would end those that are in flight. */
async function passQuietly(page: Page, inFlight: ReadonlySet<Request>, ms: number): Promise<void> {
  const stepMs = 5_000;
  for (let passed = 0; passed < ms; passed += stepMs) {
    await expect.poll(() => inFlight.size).toBe(0);
    await page.clock.runFor(stepMs);
  }
  await expect.poll(() => inFlight.size).toBe(0);
}

test.beforeEach(({ context }) => context.clock.install());

test('R20: two tabs with one kept session that ends soon renew it once', async ({
  page,
  context,
  sandbox,
}) => {
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  await landing.signIn({ keep: true });
  const other = await context.newPage();
  await OverviewPage.open(other);
  await readsDone(sandbox, 6);

  await pass(sandbox, [page, other], NEARLY_AN_HOUR_MS);
  sandbox.faults.add({ route: 'auth', kind: 'slow', ms: 400 });
  await Promise.all([lookAgain(page), lookAgain(other)]);
  await readsDone(sandbox, 6);
  expect(calls(sandbox, 'auth', 'POST').map(({ status }) => status)).toEqual([200]);

  // The next renewal uses the token the first one brought, also in the tab that did not ask.
  await pass(sandbox, [page, other], NEARLY_AN_HOUR_MS);
  await lookAgain(other);
  await readsDone(sandbox, 3);
  await lookAgain(page);
  await readsDone(sandbox, 6);
  expect(calls(sandbox, 'auth', 'POST').map(({ status }) => status)).toEqual([200]);
});

test('R20: a duplicated tab, with its own copy of the session, survives the renewals of the other', async ({
  page,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  await readsDone(sandbox, 3);
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void window.open('/'));
  const copy = await opened;
  await OverviewPage.shown(copy);
  await readsDone(sandbox, 6);

  await pass(sandbox, [page, copy], NEARLY_AN_HOUR_MS);
  await Promise.all([lookAgain(page), lookAgain(copy)]);
  await readsDone(sandbox, 6);
  expect(calls(sandbox, 'auth', 'POST').map(({ status }) => status)).toEqual([200]);

  await pass(sandbox, [page, copy], NEARLY_AN_HOUR_MS);
  await lookAgain(copy);
  await readsDone(sandbox, 3);
  await page.reload();
  await OverviewPage.shown(page);
  await readsDone(sandbox, 6);
  expect(calls(sandbox, 'auth', 'POST').map(({ status }) => status)).toEqual([200]);
  for (const tab of [page, copy]) await expect(tab.getByText(ENDED)).toHaveCount(0);
});

test('a refused renewal ends the session with a message, keeps the page readable and asks no more', async ({
  page,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  const cards = await CardsPage.open(page);
  await expect(cards.cards).toHaveCount(40);
  sandbox.tokens.revoke(sandbox.accounts.busy);
  await pass(sandbox, [page], NEARLY_AN_HOUR_MS);
  await lookAgain(page);
  await expect(page.getByText(ENDED)).toBeVisible();
  await expect(cards.cards).toHaveCount(40);
  expect(calls(sandbox, 'auth', 'POST').map(({ status }) => status)).toEqual([401]);

  sandbox.log.clear();
  await lookAgain(page);
  await page.clock.runFor(3 * 60_000);
  await expect(cards.cards).toHaveCount(40);
  expect(sandbox.log.list()).toEqual([]);
  await page.getByRole('link', { name: 'Sign in again' }).click();
  await page.waitForURL('**/sign-in');
});

test('R20: a 401 on a read leads to one renewal and one repeat', async ({ page, signIn, sandbox }) => {
  await signIn('busy');
  await readsDone(sandbox, 3);
  sandbox.log.clear();
  sandbox.faults.add({ route: 'get-account-balance', kind: 'expired-token' });
  await lookAgain(page);
  await readsDone(sandbox, 3);
  expect(calls(sandbox, 'get-account-balance').map(({ status }) => status)).toEqual([401, 200]);
  expect(calls(sandbox, 'auth', 'POST')).toHaveLength(1);
});

test('R20: reads that are answered 401 for ever are not asked for ever', async ({
  page,
  signIn,
  sandbox,
}) => {
  const inFlight = requestsInFlight(page);
  await signIn('busy');
  await readsDone(sandbox, 3);
  // Parts of Overview that are fetched later read the lists once more when they come.
  await expect(page.getByRole('region', { name: 'Needs attention' })).toBeVisible();
  await expect(page.getByText('Looking for what is late')).toHaveCount(0);
  sandbox.log.clear();
  sandbox.faults.add({ route: 'get-card-data', kind: 'expired-token', times: 1_000 });
  await lookAgain(page);
  await expect(page.getByRole('alert')).toContainText('Laso did not accept this session.');
  await expect(page.getByRole('main')).toContainText('is left on 18 cards.');
  const asked = () => calls(sandbox, 'get-card-data').length;
  // Three minutes in which nothing is asked come soon: two lists are each asked twice, and a part of Overview
  // that comes only now reads both once more.
  const askedInTime = async () => {
    const before = asked();
    await passQuietly(page, inFlight, 3 * 60_000);
    return asked() - before;
  };
  await expect.poll(askedInTime, { timeout: 60_000 }).toBe(0);
  expect(asked()).toBeGreaterThanOrEqual(4);
  expect(asked()).toBeLessThanOrEqual(12);
  expect(calls(sandbox, 'auth', 'POST').length).toBeLessThanOrEqual(asked() / 2);
});
