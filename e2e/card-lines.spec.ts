import { formatUsd } from '#domain/money.ts';
import { UNREAD_TOOK_CENTS } from '#sandbox/scenarios/card-lines.ts';
import { expect, test } from './fixtures.ts';
import { CardPage } from './pages/card-page.ts';
import { CardsPage } from './pages/cards-page.ts';
import { OverviewPage } from './pages/overview-page.ts';

test('lines as production writes them: what was spent is right, and what could not be read is said on every page', async ({
  page,
  signIn,
  sandbox,
}) => {
  sandbox.switches.cardLines = 'text';
  sandbox.seed({ scenario: 'card-lines' });
  const owner = sandbox.accounts.everyStatus;
  const cards = sandbox.store.cardsOf(owner, 'us');
  const [unread, , , bought, unused] = cards.map(({ cardId }) => cardId);
  await signIn('everyStatus');

  const overview = new OverviewPage(page);
  const { total } = sandbox.sums([owner]);
  await expect(overview.figure('Spent')).toHaveText(formatUsd(total.spentCents));
  await expect(overview.figure('Not explained')).toHaveText(formatUsd(UNREAD_TOOK_CENTS));
  await expect(overview.sentence).toContainText('Not counting 3 lines of cards, which could not be read.');
  const notice = overview.main
    .getByRole('status')
    .filter({ hasText: '3 lines of your cards could not be read' });
  await notice.getByRole('link').click();

  const odd = await CardPage.shown(page);
  expect(page.url()).toContain(unread);
  const lines = odd.main.getByRole('region', { name: 'Lines that could not be read' });
  await expect(lines).toContainText('3 lines could not be read');
  await expect(lines).toContainText(/amount “12,50” · CAFE CENTRAL.*Nov 5, 2026, 6:40 PM/s);
  await expect(lines).toContainText('an empty line');
  await expect(odd.transactions.getByRole('row', { name: /Card loaded.*\+\$200\.00/ })).toBeVisible();
  await expect(odd.main).not.toContainText('Nothing has been bought');

  const used = await CardPage.open(page, bought ?? '');
  await expect(used.transactions.getByRole('row', { name: /PAPERBACK STORE.*\$30\.00/ })).toBeVisible();
  await expect(used.main.locator('dl > div').filter({ hasText: /^Spent/ })).toContainText('$30.00');
  await CardPage.open(page, unused ?? '');
  await expect(page.getByText('Nothing has been bought with this card so far.')).toBeVisible();

  const list = await CardsPage.open(page);
  await expect(list.total('Spent')).toContainText(formatUsd(total.spentCents));
  // The card's own row, and the sums.
  await expect(list.table.getByRole('row', { name: /3 lines unread/ })).toHaveCount(2);
  await list.searchFor('cafe central');
  await expect(list.table).toHaveAttribute('aria-rowcount', '3');
});
