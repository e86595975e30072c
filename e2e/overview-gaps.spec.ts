import type { Page } from '@playwright/test';
import { formatUsd } from '#domain/money.ts';
import { expect, test } from './fixtures.ts';
import { NeedsAttention } from './pages/needs-attention.ts';
import { OverviewPage } from './pages/overview-page.ts';

/** What the overview says of what it does not know. */
const refuse = (page: Page, pathname: string): Promise<unknown> =>
  page.route(
    (url) => url.pathname === pathname,
    (route) =>
      route.fulfill({
        status: 403,
        json: { error: 'Refused by this test' },
        headers: { 'access-control-allow-origin': '*' },
      }),
  );

test('the page says that nothing is unusual only once the cards are read', async ({
  page,
  signIn,
  sandbox,
}) => {
  sandbox.seed({ scenario: 'signal', kind: 'new-merchant', raises: false });
  await refuse(page, '/get-card-data');
  await signIn('signal');
  const attention = new NeedsAttention(page);
  await expect(attention.region).toContainText('Not looked at: the U.S. cards and the international cards');
  await expect(attention.nothing).toHaveCount(0);
  await page.unrouteAll();
  await page.reload();
  await expect(attention.nothing).toBeVisible();
  await expect(attention.region).not.toContainText('Not looked at');
});

test('with one list missing, what needs the whole history is held back', async ({
  page,
  signIn,
  sandbox,
}) => {
  sandbox.seed({ scenario: 'signal', kind: 'new-merchant', raises: true });
  await page.route(
    (url) => (url.searchParams.get('card_type') ?? '').includes('International'),
    (route) =>
      route.fulfill({
        status: 403,
        json: { error: 'Refused by this test' },
        headers: { 'access-control-allow-origin': '*' },
      }),
  );
  await signIn('signal');
  const attention = new NeedsAttention(page);
  await expect(attention.nothing).toHaveText('Nothing unusual in the part that could be read.');
  await expect(attention.region).toContainText('Not looked at: the international cards');
  await expect(attention.sentences).toHaveCount(0);
  await page.unrouteAll();
  await page.reload();
  await expect(attention.sentences).toHaveText([/^\$45\.00 went to Casino Royale/i]);
});

test('withdrawals that cannot be read are unknown, and the other figures stand', async ({ page, signIn }) => {
  await refuse(page, '/get-withdrawal-status');
  const overview = await signIn('busy');
  await overview.showLists();
  await expect(overview.figure('Withdrawn from it so far')).toContainText('—');
  await expect(overview.figure('Account balance')).toHaveText('$41.27');
});

test('a period without purchases still says what was loaded; a withdrawal is a figure and newest activity', async ({
  signIn,
  sandbox,
}) => {
  sandbox.seed({ scenario: 'signal', kind: 'fee-drift', raises: false });
  const { signal: owner } = sandbox.accounts;
  sandbox.store.withdrawals.add(
    { owner, amountCents: 1_234, address: owner },
    sandbox.clock.now() - 3_600_000,
  );
  const overview = await signIn('signal');
  await expect(overview.main).toContainText('Nothing was spent in this period.');
  const figures = overview.main.getByRole('table', { name: 'This period and the one before' });
  await expect(figures.getByRole('row', { name: /^Loaded onto new cards/ }).getByRole('cell')).toHaveText([
    '$583.00',
    '$0.00',
  ]);
  await overview.showLists();
  await expect(overview.figure('Withdrawn from it so far')).toHaveText(
    formatUsd(sandbox.sums([owner]).total.withdrawnCents),
  );
  await expect(
    overview.activity.getByRole('listitem').filter({ hasText: 'Withdrawal' }).last(),
  ).toContainText('$12.34');
});

test('an account whose only card is not there yet has bought one', async ({ page, signIn, sandbox }) => {
  sandbox.store.orderUsCard(sandbox.accounts.signal, 2_500).readyAt = Infinity;
  const { main } = await signIn('signal');
  await expect(main).toContainText('Your agent ordered 1 card and spent nothing yet: it is not ready.');
  await expect(main).not.toContainText('No card has been bought');
  for (const card of sandbox.store.cardsOf(sandbox.accounts.signal)) sandbox.store.cards.delete(card.cardId);
  await OverviewPage.open(page);
  await expect(main).toContainText('No card has been bought with this account yet.');
});

test('entries of a list that are no card are counted where the page says what it covers', async ({
  page,
  signIn,
}) => {
  await page.route(
    (url) => (url.searchParams.get('card_type') ?? '').includes('U.S.'),
    async (route) => {
      const response = await route.fetch();
      const body: { cards: unknown[] } = await response.json();
      await route.fulfill({ response, json: { cards: [...body.cards, { status: 'ready' }, 7] } });
    },
  );
  const { main } = await signIn('busy');
  await expect(main).toContainText(
    'Cards: incomplete, because 2 entries of Laso’s list could not be understood.',
  );
});
