import { expect, test } from './fixtures.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { putPayments, unknownPayment } from './put-payment.ts';

test('a part of a page that cannot be fetched fails alone, and comes when it is tried again', async ({
  page,
  signIn,
  problems,
}) => {
  await page.route('**/assets/overview-details-*.js', (route) => route.abort());
  const { main } = await signIn('busy');
  const failed = main.getByRole('alert').filter({ hasText: 'The rest of the overview could not be loaded.' });
  await expect(failed).toBeVisible();
  await expect(main.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(main).toContainText('Account balance');
  await page.unroute('**/assets/overview-details-*.js');
  await failed.getByRole('button', { name: 'Try again' }).click();
  await expect(main).toContainText('Needs attention');
  await expect(failed).toHaveCount(0);
  // The requests we broke.
  problems.length = 0;
});

test('without the code that looks after open payments the app stands all the same', async ({
  page,
  signIn,
  sandbox,
  problems,
}) => {
  await signIn('busy');
  await putPayments(page, [unknownPayment('a', sandbox.accounts.busy, 5_000)]);
  await page.route('**/assets/payments-watch-*.js', (route) => route.abort());
  const asked = page.waitForRequest('**/assets/payments-watch-*.js');
  const { main } = await OverviewPage.open(page);
  await asked;
  await expect(main).toContainText('Needs attention');
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Cards', exact: true })
    .click();
  await expect(main.getByRole('heading', { level: 1, name: 'Cards' })).toBeVisible();
  // The request we broke.
  problems.length = 0;
});

test('a page without a readable configuration says so in a sentence', async ({ page, problems }) => {
  await page.route('/', async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    await route.fulfill({ response: answer, body: text.replace('id="laso-config"', 'id="no-config"') });
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('its configuration is missing or wrong');
  await expect(page.getByRole('alert')).not.toContainText('Error');
  problems.length = 0;
});
