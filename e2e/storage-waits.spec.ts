import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { CardsPage } from './pages/cards-page.ts';
import { LinkLanding } from './pages/link-landing.ts';

const HELD = 'Another tab of this page holds this browser’s database.';

/**
 * A tab of the version before: it holds the database and does not hear that this version wants a newer one.
 * Returns the way to end it.
 */
async function holdDatabase(page: Page): Promise<() => Promise<void>> {
  await page.goto('/robots.txt');
  await page.evaluate(
    () =>
      new Promise<void>((held, failed) => {
        const opening = indexedDB.open('laso', 1);
        opening.addEventListener('error', () => failed(opening.error));
        opening.addEventListener('upgradeneeded', () => {
          opening.result.createObjectStore('sessions');
          opening.result.createObjectStore('payments');
          opening.result.createObjectStore('reveals', { autoIncrement: true });
        });
        opening.addEventListener('success', () => {
          Reflect.set(window, 'heldDatabase', opening.result);
          held();
        });
      }),
  );
  return () => page.close();
}

test('A7: while another tab holds the database the page stands and says so, a link signs in, and all is well when it closes', async ({
  page,
  context,
  sandbox,
}) => {
  const letGo = await holdDatabase(await context.newPage());
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  await expect(landing.signInButton).toBeVisible({ timeout: 12_000 });
  await expect(page.getByText(HELD)).toBeVisible();
  await landing.signIn({ keep: true });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Payments' }).click();
  await expect(page.getByText('The records of payments could not be read.')).toBeVisible();
  await expect(page.getByText('No payments yet')).toHaveCount(0);

  await letGo();
  await expect(page.getByText(HELD)).toHaveCount(0);
  await expect(page.getByText('No payments yet')).toBeVisible();
  // What the device could not keep then, it keeps now.
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem('laso.sessions')), { timeout: 10_000 })
    .toBeNull();
  await page.reload();
  await expect((await CardsPage.open(page)).cards).toHaveCount(40);
});

test('A7: a database that never answers leaves no blank page', async ({ page, sandbox }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () =>
      Object.create(IDBOpenDBRequest.prototype, {
        addEventListener: { value: () => undefined },
        removeEventListener: { value: () => undefined },
      });
  });
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  await expect(landing.signInButton).toBeVisible({ timeout: 12_000 });
  await expect(page.getByText('This browser’s storage does not answer.')).toBeVisible();
  await landing.signIn();
});
