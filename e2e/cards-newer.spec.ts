import { expect, test } from './fixtures.ts';
import { CardsPage } from './pages/cards-page.ts';

test('a card of an unknown type is listed as it is, opens, and leaves all the others in place', async ({
  page,
  sandbox,
  signIn,
}) => {
  sandbox.switches.reloadableCards = true;
  await signIn('second');
  const cards = await CardsPage.open(page);
  await expect(cards.cards).toHaveCount(8);
  await cards.searchFor('reloadable open');
  await expect(cards.cards.filter({ hasText: /, open/i })).toHaveCount(1);
  await cards.openCard(/, open/i);
  await expect(page.getByRole('main').getByText('open', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a card without a billing address shows none', async ({ page, sandbox, signIn }) => {
  sandbox.switches.billingAddress = false;
  await signIn('second');
  const cards = await CardsPage.open(page);
  await cards.openCard(/Ready/);
  await expect(page.getByRole('main').getByText('Available balance').first()).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('1 Sandbox Way');
});
