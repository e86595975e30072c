import { formatUsd } from '#domain/money.ts';
import { expect, test } from './fixtures.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { spentInDays } from './spent-in-period.ts';

test(
  'the figures of the busy agent equal the sums over its data, to the cent',
  { tag: '@lines' },
  async ({ signIn, sandbox }) => {
    const overview = await signIn('busy');
    const owner = sandbox.accounts.busy;
    const { total } = sandbox.sums([owner]);
    expect(total.loadedCents - total.leftCents - total.spentCents).toBe(total.notExplainedCents);
    const refunded = sandbox.store
      .cardsOf(owner, 'intl')
      .filter((card) => card.type === 'intl' && card.state === 'refunded');
    expect(
      refunded.flatMap(({ transactions }) => transactions),
      'a refunded card was used',
    ).not.toEqual([]);
    for (const [term, cents] of [
      ['Loaded onto cards', total.loadedCents],
      ['Spent', total.spentCents],
      ['Left on cards', total.leftCents],
      ['Not explained', total.notExplainedCents],
      ['Fees', total.feesCents],
      ['Account balance', total.balanceCents],
    ] as const)
      await expect(overview.figure(term), term).toHaveText(formatUsd(cents));
    const recent = formatUsd(spentInDays(sandbox, [owner], 30));
    await expect(overview.sentence).toContainText(`Your agent spent ${recent} in the last 30 days`);
    await overview.showLists();
    await expect(overview.allCards).toHaveText('All 40 cards');
  },
);

for (const [what, route, matches] of [
  ['the U.S. cards', '/get-card-data', 'Non-Reloadable U.S.'],
  ['the international cards', '/get-card-data', 'Non-Reloadable International'],
  ['the account balance', '/get-account-balance', ''],
] as const) {
  test(`${what} cannot be read: the rest stands, and Try again reads them`, async ({
    page,
    signIn,
    sandbox,
  }) => {
    let failing = true;
    const isIt = (url: URL) =>
      failing && url.pathname === route && (url.searchParams.get('card_type') ?? '') === matches;
    await page.route(isIt, (request) =>
      request.fulfill({
        status: 403,
        json: { error: 'Refused by this test' },
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    const overview = await signIn('busy');
    const { main } = overview;
    const alert = main.getByRole('alert');
    await expect(alert).toContainText(new RegExp(`${what} could not be read`, 'i'));
    await expect(alert).toContainText('Refused by this test');
    await overview.showLists();
    const cards = main.getByRole('region', { name: 'Cards' }).getByRole('link', { name: /Ready|Queued/ });
    await expect(cards.first()).toBeVisible();
    const balanceCents = sandbox.store.account(sandbox.accounts.busy).balance?.cents ?? -1;
    if (matches === '') {
      await expect(overview.figure('Account balance')).toContainText('—');
      await expect(main).toContainText('All 40 cards');
    } else {
      await expect(overview.figure('Account balance')).toHaveText(formatUsd(balanceCents));
      await expect(main).toContainText(`Not counting ${what}, which could not be read.`);
    }
    failing = false;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toHaveCount(0);
    await expect(overview.figure('Account balance')).toHaveText(formatUsd(balanceCents));
    await expect(main).toContainText('All 40 cards');
    await expect(main).not.toContainText(`Not counting ${what}`);
  });
}

test('a frozen account says so in Laso’s words and offers nothing to buy', async ({
  page,
  signIn,
  sandbox,
}) => {
  const { main } = await signIn('busy');
  await expect(main.getByRole('link', { name: 'Order a card' })).toBeVisible();
  sandbox.store.account(sandbox.accounts.busy).frozenMessage = 'Compliance <b>review</b> until Friday.';
  await OverviewPage.open(page);
  await expect(main.getByRole('alert')).toContainText('Laso has frozen this account.');
  await expect(main.getByRole('alert')).toContainText('Compliance <b>review</b> until Friday.');
  await expect(main.getByRole('link', { name: 'Order a card' })).toHaveCount(0);
});

test('offline is said, what was read stays with its age, and is read again when the network is back', async ({
  page,
  context,
  signIn,
  network,
}) => {
  await page.clock.install();
  const overview = await signIn('busy');
  const { main } = overview;
  await overview.showLists();
  await expect(main).toContainText('All 40 cards');
  await context.setOffline(true);
  await expect(main.getByRole('status').filter({ hasText: 'You are offline.' })).toBeVisible();
  await page.clock.fastForward('03:00');
  await expect(main).toContainText(/(Stale: updated|Data from) 3 min ago/);
  await expect(main).toContainText('All 40 cards');
  const reads = network.to('/get-card-data').length;
  await context.setOffline(false);
  await expect(main.getByText('You are offline.')).toHaveCount(0);
  await expect(main).toContainText(/Updated \d+ s ago/);
  expect(network.to('/get-card-data').length).toBeGreaterThan(reads);
});

test('markup in names from outside is text', async ({ page, signIn, sandbox }) => {
  const canary = '<img src=x onerror="document.title=\'canary\'">';
  for (const card of sandbox.store.cardsOf(sandbox.accounts.busy)) {
    if (card.type === 'intl') card.label = canary;
    for (const one of card.transactions) one.description = canary;
  }
  const overview = await signIn('busy');
  await expect(overview.main).toContainText(canary);
  await overview.openCard(/Ready/);
  await expect(
    overview.main.getByRole('table', { name: 'Transactions' }).or(overview.heading).first(),
  ).toBeVisible();
  await page.goto('/cards?q=onerror');
  await expect(overview.main).toContainText(canary);
  await expect(page.locator('main img')).toHaveCount(0);
  expect(await page.title()).not.toContain('canary');
});

test('a first-day agent without cards sees what will be here', async ({ page, signIn, sandbox }) => {
  for (const card of sandbox.store.cardsOf(sandbox.accounts.firstDay))
    sandbox.store.cards.delete(card.cardId);
  const overview = await signIn('firstDay');
  const { main } = overview;
  await expect(main).toContainText('No card has been bought with this account yet.');
  await overview.showLists();
  await expect(main).toContainText('No cards yet');
  await expect(overview.figure('Account balance')).toHaveText('$0.00');
  await page.goto('/cards');
  await expect(main).toContainText('No cards yet');
  await expect(main.getByRole('link', { name: 'Order a card' }).last()).toBeVisible();
});
