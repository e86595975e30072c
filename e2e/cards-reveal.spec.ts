import type { Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import type { StoredCard } from '#sandbox/store/stored-card.ts';
import { expect, test } from './fixtures.ts';
import { CardPage } from './pages/card-page.ts';

function readyCard(sandbox: Sandbox): StoredCard {
  const card = sandbox.store
    .cardsOf(sandbox.accounts.busy, 'us')
    .find((one) => one.availableCents > 0 && one.type === 'us' && one.readyAt < Date.now());
  if (!card) throw new Error('The busy agent has no ready card.');
  return card;
}

const grouped = (card: StoredCard): string => card.number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
const expiry = (card: StoredCard): string => `${card.expMonth}/${card.expYear.slice(-2)}`;

const setHidden = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (value ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

const clipboardText = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('number and expiry come when asked for, the CVV by an action of its own, and Hide takes both away', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  await signIn('busy');
  const stored = readyCard(sandbox);
  const card = await CardPage.open(page, stored.cardId);
  await expect(card.availableBalance.first()).toBeVisible();
  await expect(card.main).toContainText(stored.number.slice(-4));
  const html = await card.main.innerHTML();
  expect(html).not.toContain(stored.number.slice(0, 12));
  expect(html).not.toContain(expiry(stored));

  const reads = network.to('/get-card-data').length;
  await card.revealNumber();
  await expect(card.main.getByText(grouped(stored))).toBeVisible();
  await expect(card.main.getByText(expiry(stored))).toBeVisible();
  await expect(card.main.getByText(stored.cvv, { exact: true })).toHaveCount(0);
  expect(network.to('/get-card-data').length).toBeGreaterThan(reads);
  await expect(card.main.getByRole('timer', { name: /Hides in \d+ seconds/ })).toBeVisible();

  await card.revealCvv();
  await expect(card.main.getByText(stored.cvv, { exact: true })).toBeVisible();
  await card.hide();
  await expect(card.main.getByText(grouped(stored))).toHaveCount(0);
  await expect(card.main.getByText(stored.cvv, { exact: true })).toHaveCount(0);
  await expect(card.main.getByText(expiry(stored))).toHaveCount(0);
  // The keyboard's place is not lost with the button.
  await expect(card.button('Reveal card number')).toBeFocused();

  const log = card.main.getByRole('region', { name: 'Revealed or copied' });
  await expect(log.getByRole('listitem')).toHaveText([/CVV revealed/, /Number and expiry revealed/]);
  expect(await log.innerText()).not.toContain(stored.number.slice(-4));
});

test('a revealed number hides after 30 s, in a hidden tab and on leaving; blur alone leaves it', async ({
  page,
  sandbox,
  signIn,
}) => {
  await page.clock.install();
  await signIn('busy');
  const stored = readyCard(sandbox);
  const card = await CardPage.open(page, stored.cardId);
  const number = page.getByText(grouped(stored));

  await card.revealNumber();
  await expect(number).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await page.clock.fastForward(20_000);
  await expect(number).toBeVisible();
  await page.clock.fastForward(11_000);
  await expect(number).toHaveCount(0);
  await expect(card.main.getByRole('timer')).toHaveCount(0);

  await card.revealNumber();
  await expect(number).toBeVisible();
  await setHidden(page, true);
  await expect(number).toHaveCount(0);
  await setHidden(page, false);
  await expect(number).toHaveCount(0);

  await card.revealNumber();
  await expect(number).toBeVisible();
  await page.getByRole('link', { name: 'All cards' }).click();
  await page.getByRole('searchbox').waitFor();
  await page.goBack();
  await expect(card.button('Reveal card number')).toBeVisible();
  await expect(number).toHaveCount(0);
});

test('a detail that arrives after the tab was hidden is not shown, and not noted as looked at', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const stored = readyCard(sandbox);
  const card = await CardPage.open(page, stored.cardId);
  await expect(card.transactions).toBeVisible();
  // The answer waits until the tab is hidden.
  let hidden = () => {};
  const untilHidden = new Promise<void>((resolve) => {
    hidden = resolve;
  });
  await page.route('**/get-card-data?**', async (route) => {
    await untilHidden;
    await route.continue();
  });
  await card.revealNumber();
  await expect(card.button('Reveal card number')).toHaveAttribute('aria-busy', 'true');
  await setHidden(page, true);
  hidden();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await setHidden(page, false);
  await expect(card.button('Reveal card number')).not.toHaveAttribute('aria-busy');
  await expect(page.getByText(grouped(stored))).toHaveCount(0);
  await expect(card.main.getByRole('region', { name: 'Revealed or copied' })).toHaveCount(0);
});

test('a refused reveal says why, shows nothing and is not noted', async ({ page, sandbox, signIn }) => {
  await signIn('busy');
  const stored = readyCard(sandbox);
  const card = await CardPage.open(page, stored.cardId);
  await expect(card.transactions).toBeVisible();
  sandbox.faults.add({ route: 'get-card-data', kind: 'rate-limited', ms: 30_000 });
  await card.revealNumber();
  await expect(card.main.getByRole('alert')).toContainText('Too many requests for now.');
  await expect(card.main.getByRole('alert')).toContainText('30 seconds');
  await expect(card.main.getByRole('region', { name: 'Revealed or copied' })).toHaveCount(0);
});

test('copying needs no reveal and puts nothing on the page', async ({ page, context, sandbox, signIn }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn('busy');
  const stored = readyCard(sandbox);
  const card = await CardPage.open(page, stored.cardId);
  for (const [name, text] of [
    ['Copy card number', stored.number],
    ['Copy expiry', expiry(stored)],
    ['Copy CVV', stored.cvv],
  ] as const) {
    await card.button(name).click();
    await expect.poll(() => clipboardText(page)).toBe(text);
  }
  await expect(card.button('Hide')).toHaveCount(0);
  const html = await card.main.innerHTML();
  expect(html).not.toContain(stored.number);
  expect(html).not.toContain(grouped(stored));
  const log = card.main.getByRole('region', { name: 'Revealed or copied' });
  await expect(log.getByRole('listitem')).toHaveText([/CVV copied/, /Expiry copied/, /Number copied/]);
});

test('after 60 s the clipboard is cleared, also when the card’s page was left', async ({
  page,
  context,
  sandbox,
  signIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await signIn('busy');
  const stored = readyCard(sandbox);
  const card = await CardPage.open(page, stored.cardId);
  await card.button('Copy card number').click();
  await expect.poll(() => clipboardText(page)).toBe(stored.number);
  await page.getByRole('link', { name: 'All cards' }).click();
  await page.getByRole('searchbox').waitFor();
  await page.clock.fastForward(50_000);
  expect(await clipboardText(page)).toBe(stored.number);
  await page.clock.fastForward(11_000);
  await expect.poll(() => clipboardText(page)).toBe('');
  await expect(page.getByRole('button', { name: 'Clear clipboard' })).toHaveCount(0);
});

test('a text the person copied meanwhile stays', async ({ page, context, sandbox, signIn }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.clock.install();
  await signIn('busy');
  const card = await CardPage.open(page, readyCard(sandbox).cardId);
  await card.button('Copy CVV').click();
  await expect.poll(() => clipboardText(page)).toBe(readyCard(sandbox).cvv);
  await page.evaluate(() => navigator.clipboard.writeText('my own words'));
  await page.clock.fastForward(61_000);
  await expect(page.getByRole('button', { name: 'Clear clipboard' })).toHaveCount(0);
  expect(await clipboardText(page)).toBe('my own words');
});

test('where looking would need a prompt, a notice offers to clear the clipboard', async ({
  page,
  context,
  sandbox,
  signIn,
}) => {
  // What every browser allows after a click; reading is another matter.
  await context.grantPermissions(['clipboard-write']);
  await page.clock.install();
  await signIn('busy');
  const card = await CardPage.open(page, readyCard(sandbox).cardId);
  await card.button('Copy card number').click();
  await expect(card.main.getByRole('status').filter({ hasText: 'Copy card number: copied' })).toBeAttached();
  await page.clock.fastForward(61_000);
  await page.getByRole('button', { name: 'Clear clipboard' }).click();
  await expect(page.getByRole('button', { name: 'Clear clipboard' })).toHaveCount(0);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  expect(await clipboardText(page)).toBe('');
});
