import type { Page, Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { CardsPage } from './pages/cards-page.ts';
import { MerchantsPage } from './pages/merchants-page.ts';

const CANARY = `<img src=x onerror="document.title='canary'">`;
const ROUTES =
  /\/(get-card-data|get-account-balance|get-withdrawal-status|search-gift-cards|search-merchants)\b/;
/** Words the app decides by: left alone in the first walk, so that everything else is drawn as usual. */
const WORDS = new Set(['status', 'state', 'card_type', 'currency', 'country', 'network', 'asset']);

/** Every text of an answer with markup behind it; numbers and days written as text stay what they are. */
function marked(value: unknown, words: boolean, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => marked(one, words, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, words, name)]));
  if (typeof value !== 'string' || /^[\d.:TZ-]+$/.test(value)) return value;
  return WORDS.has(key) && !words ? value : `${value}${CANARY}`;
}

async function answerMarked(route: Route, words: boolean): Promise<void> {
  // Ids come back as they were given.
  const url = new URL(route.request().url());
  for (const [name, value] of url.searchParams) url.searchParams.set(name, value.replaceAll(CANARY, ''));
  const response = await route.fetch({ url: url.href });
  await route.fulfill({ response, json: marked(await response.json(), words) });
}

async function walk(page: Page): Promise<string[]> {
  const main = page.getByRole('main');
  const drawn: string[] = [];
  const look = async (name: string): Promise<void> => {
    await expect(main.getByRole('heading', { level: 1 })).toHaveCount(1);
    await expect(main.getByText('<img src=x').filter({ visible: true }).first(), name).toBeVisible();
    drawn.push(...(await page.locator('img[src="x"], [onerror]').all()).map(() => name));
    expect(await page.title(), name).not.toBe('canary');
  };
  const to = (name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
  await page.getByText('Account balance').waitFor();
  for (const name of ['Cards', 'Gift cards', 'Balance', 'Activity']) {
    await to(name);
    await look(name);
  }
  await to('Cards');
  await new CardsPage(page).cards.first().click();
  await expect(page).toHaveURL(/\/cards\/./);
  await look('Card');
  await to('Gift cards');
  await main.getByRole('link', { name: '<img src=x' }).first().click();
  await expect(page).toHaveURL(/\/gift-cards\/./);
  await look('Gift card');
  await (await MerchantsPage.open(page)).searchFor('am');
  await look('Merchants');
  return drawn;
}

for (const [what, words] of [
  ['every text', false],
  ['every text and every status word', true],
] as const)
  test(`S19: markup in ${what} that Laso answers is text on every page`, async ({
    page,
    sandbox,
    signIn,
  }) => {
    await page.route(
      (url) => url.href.startsWith(sandbox.url) && ROUTES.test(url.pathname),
      (route) => answerMarked(route, words),
    );
    await signIn('busy');
    expect(await walk(page)).toEqual([]);
  });
