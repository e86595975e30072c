import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { BalancePage } from './pages/balance-page.ts';
import { MainNavigation } from './pages/main-navigation.ts';

/**
 * Answers that are not Laso's: of its host, a network's login page, a proxy; and lists of which only a part
 * comes.
 */
const ENDED = /This account.s session has ended/;
const NOT_LASO = 'Something between this page and Laso answered in its place.';
const READS = ['/get-account-balance', '/get-withdrawal-status', '/get-card-data'];

const standBetween = (page: Page, pathnames: readonly string[], status: number): Promise<unknown> =>
  page.route(
    (url) => pathnames.includes(url.pathname),
    (route) =>
      route.fulfill({
        status,
        contentType: 'text/html; charset=utf-8',
        body: '<!doctype html><title>Sign in to the network</title>',
        headers: { 'access-control-allow-origin': '*' },
      }),
  );

/** As if the person came back to the tab: every read on screen is made again. */
const lookAgain = (page: Page) =>
  page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

test('F2, F19: a host’s 404 and a network’s login page change no figure, blame no account, and the page asks again by itself', async ({
  page,
  signIn,
}) => {
  await page.clock.install();
  await signIn('busy');
  const balance = await BalancePage.open(page);
  await expect(balance.fact('Available balance')).toHaveText('$41.27');
  await expect(balance.rows).toHaveCount(2);

  for (const status of [404, 403, 401, 200]) {
    await standBetween(page, READS, status);
    await page.clock.fastForward(6_000);
    await lookAgain(page);
    const alert = balance.main.getByRole('alert').filter({ hasText: NOT_LASO });
    await expect(alert).toContainText('could not be read');
    await expect(alert).not.toContainText('another account');
    await expect(balance.fact('Available balance')).toHaveText('$41.27');
    await expect(balance.fact('Total deposits')).toHaveText('$196.40');
    await expect(balance.rows).toHaveCount(2);
    await page.unrouteAll();
    // No button is pressed.
    await page.clock.fastForward(60_000);
    await expect(alert).toHaveCount(0);
  }

  const overview = await new MainNavigation(page).overview();
  await expect(overview.figure('Account balance')).toHaveText('$41.27');
  await standBetween(page, READS, 404);
  await page.clock.fastForward(6_000);
  await lookAgain(page);
  await expect(overview.main.getByRole('alert')).toContainText(NOT_LASO);
  await expect(overview.figure('Account balance')).toHaveText('$41.27');
  await expect(overview.sentence).toContainText('is left on 18 cards');
  await expect(page.getByText(ENDED)).toHaveCount(0);
});

test('F6: a proxy’s 401 on the renewal does not end the session; Laso’s later answer renews it', async ({
  page,
  sandbox,
  signIn,
}) => {
  await page.clock.install();
  const overview = await signIn('busy');
  await standBetween(page, ['/auth'], 401);
  // The token is good for three more minutes.
  sandbox.clock.advance(57 * 60_000);
  await page.clock.setSystemTime(sandbox.clock.now());
  sandbox.log.clear();
  const reads = () =>
    sandbox.log.list().filter(({ route, status }) => route === 'get-card-data' && status === 200);
  await lookAgain(page);
  await expect.poll(() => reads().length).toBeGreaterThan(1);
  await expect(page.getByText(ENDED)).toHaveCount(0);
  await expect(overview.main.getByRole('alert')).toHaveCount(0);

  await page.unrouteAll();
  sandbox.clock.advance(5 * 60_000);
  await page.clock.setSystemTime(sandbox.clock.now());
  sandbox.log.clear();
  await lookAgain(page);
  await expect.poll(() => reads().length).toBeGreaterThan(1);
  expect(
    sandbox.log.list().filter(({ route, method }) => route === 'auth' && method === 'POST'),
  ).toMatchObject([{ status: 200 }]);
  await expect(page.getByText(ENDED)).toHaveCount(0);
});

test('F9: the first page of a list is not called complete, and sums are “at least”', async ({
  page,
  signIn,
}) => {
  await page.route(
    (url) => (url.searchParams.get('card_type') ?? '').includes('U.S.'),
    async (route) => {
      const response = await route.fetch();
      const { cards }: { cards: unknown[] } = await response.json();
      const firstPage = { cards: cards.slice(0, 20), total: 57, has_more: true, next_cursor: 'abc' };
      await route.fulfill({ response, json: firstPage });
    },
  );
  const { main, sentence } = await signIn('busy');
  const PART = 'Laso’s list gives only the first 20 of 57 U.S. cards';
  await expect(main).toContainText(`Cards: incomplete, because ${PART}.`);
  await expect(sentence).toContainText(/spent at least \$.*At least \$.* is left on/);
  await expect(sentence).toContainText(PART);
  await expect(main).toContainText('Not looked at: 37 more U.S. cards');
});
