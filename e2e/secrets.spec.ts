import type { Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import { readStores } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';

/** All that react-query holds, queries and mutations, read through the provider in React's tree. */
async function queryCache(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.getElementById('root');
    const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactContainer')) ?? '';
    const fibers: unknown[] = [Reflect.get(root ?? {}, key)];
    while (fibers.length > 0) {
      const fiber = Object(fibers.pop());
      const client = Object(fiber.memoizedProps).client;
      if (typeof client?.getQueryCache === 'function') {
        const entries = [...client.getQueryCache().getAll(), ...client.getMutationCache().getAll()];
        return JSON.stringify(entries.map((entry: { options: unknown; state: unknown }) => entry.state));
      }
      fibers.push(...[fiber.sibling, fiber.child].filter(Boolean));
    }
    throw new Error('There is no query client in the tree');
  });
}

function secretsOf(sandbox: Sandbox): string[] {
  const mine = [...sandbox.store.cards.values()].filter((card) => card.owner === sandbox.accounts.busy);
  return mine.map((card) => card.number);
}

test('a full walk leaves no card number or CVV anywhere while masked, and contacts only configured origins', async ({
  page,
  sandbox,
  stage,
  signIn,
  network,
  consoleLines,
}) => {
  test.setTimeout(90_000);
  const secrets = secretsOf(sandbox);
  expect(secrets.length).toBeGreaterThan(30);
  const card = [...sandbox.store.cards.values()].find(
    (one) =>
      one.owner === sandbox.accounts.busy &&
      one.type === 'us' &&
      one.availableCents > 0 &&
      one.readyAt < Date.now(),
  );
  if (!card) throw new Error('The busy agent has no ready card');
  const grouped = card.number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

  const nowhere = async () => {
    const stores = JSON.stringify(await readStores(page));
    const dom = await page.evaluate(() => document.documentElement.outerHTML);
    const cache = await queryCache(page);
    expect(cache).toContain('usdAmountCents');
    const urls = network.requests.map(({ url }) => url).join('\n') + page.url();
    for (const number of secrets) {
      for (const [place, text] of Object.entries({
        stores,
        dom,
        cache,
        urls,
        console: consoleLines.join('\n'),
      }))
        expect(text.replaceAll(' ', '').includes(number), `${number} in ${place}`).toBe(false);
    }
    expect(stores).not.toContain(`"${card.cvv}"`);
  };

  await signIn('busy');
  await nowhere();
  await page.goto('/cards');
  await page.getByRole('link', { name: new RegExp(card.number.slice(-4)) }).click();
  await page.getByRole('button', { name: 'Reveal card number' }).click();
  await expect(page.getByText(grouped)).toBeVisible();
  await page.getByRole('button', { name: 'Reveal CVV' }).click();
  await expect(page.getByText(card.cvv, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByText(grouped)).toHaveCount(0);
  await nowhere();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  await nowhere();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Order card' }).click();
  await page.getByRole('textbox', { name: 'Amount' }).waitFor();
  await nowhere();
  expect(network.origins().toSorted()).toEqual(
    [new URL(stage.dashboardUrl).origin, new URL(sandbox.url).origin].toSorted(),
  );
});

test('a revealed number hides by itself after 30 seconds, when the tab is hidden, and when the page is left', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const card = [...sandbox.store.cards.values()].find(
    (one) =>
      one.owner === sandbox.accounts.busy &&
      one.type === 'us' &&
      one.availableCents > 0 &&
      one.readyAt < Date.now(),
  );
  if (!card) throw new Error('The busy agent has no ready card');
  const grouped = card.number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
  await page.clock.install();
  await page.goto(`/cards/${card.cardId}`);
  const reveal = page.getByRole('button', { name: 'Reveal card number' });

  await reveal.click();
  await expect(page.getByText(grouped)).toBeVisible();
  await page.clock.runFor(31_000);
  await expect(page.getByText(grouped)).toHaveCount(0);

  await reveal.click();
  await expect(page.getByText(grouped)).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(page.getByText(grouped)).toHaveCount(0);
});
