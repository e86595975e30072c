import { formatUsd } from '#domain/money.ts';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { CardPage } from './pages/card-page.ts';
import { CardsPage } from './pages/cards-page.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { spentInDays } from './spent-in-period.ts';

/** Signs in three agents, one after the other: the last one is on screen. */
const THREE = ['busy', 'second', 'firstDay'] as const;

test('three accounts together: every figure is the sum over the three to the cent, each agent has its line, and a reload keeps it', async ({
  page,
  signIn,
  sandbox,
}) => {
  const overview = await signIn('busy');
  for (const name of ['second', 'firstDay'] as const)
    await (await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts[name]))).signIn();
  const owners = THREE.map((name) => sandbox.accounts[name]);
  const menu = await AccountMenu.open(page);
  for (const owner of owners) await expect(menu.item(new RegExp(owner.slice(-4)))).toHaveCount(1);
  await menu.chooseAccount(/^All accounts/);
  await expect(menu.button).toHaveAccessibleName('Account All 3');

  const expectSums = async (of: readonly string[]) => {
    const { total } = sandbox.sums(of);
    for (const [term, cents] of [
      ['Loaded onto cards', total.loadedCents],
      ['Spent', total.spentCents],
      ['Left on cards', total.leftCents],
      ['Not explained', total.notExplainedCents],
      ['Fees', total.feesCents],
      ['Account balance', total.balanceCents],
    ] as const)
      await expect(overview.figure(term), term).toHaveText(formatUsd(cents));
    const recent = formatUsd(spentInDays(sandbox, of, 30));
    await expect(overview.sentence).toContainText(`Your ${of.length} agents spent ${recent} in the last 30`);
  };
  await expectSums(owners);
  const byAgent = overview.spending('by agent').locator('tbody tr');
  const spenders = owners.filter((owner) => spentInDays(sandbox, [owner], 30) !== 0);
  await expect(byAgent).toHaveCount(spenders.length);
  for (const owner of spenders)
    await expect(
      byAgent
        .filter({ hasText: owner.slice(-4) })
        .locator('td')
        .last(),
    ).toHaveText(formatUsd(spentInDays(sandbox, [owner], 30)));
  await page.reload();
  await expectSums(owners);
  await overview.showLists();
  await expect(overview.allCards).toHaveText(`All ${sandbox.sums(owners).total.cards} cards`);

  await (await AccountMenu.open(page)).item(/^Sign out(?! everywhere)/).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expectSums(owners.slice(0, 2));
});

test('all accounts: a link to any one’s card opens it with its owner’s name; lists can be narrowed to one', async ({
  page,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  await (await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.second))).signIn();
  const menu = await AccountMenu.open(page);
  await menu.chooseAccount(/^All accounts/);
  const owners = [sandbox.accounts.busy, sandbox.accounts.second];
  for (const owner of owners) {
    const stored = sandbox.store
      .cardsOf(owner, 'us')
      .find((card) => card.type === 'us' && card.readyAt < Date.now() && card.availableCents > 0);
    const card = await CardPage.open(page, stored?.cardId ?? '');
    await expect(card.heading).toContainText(stored?.number.slice(-4) ?? '');
    await expect(card.main.locator('header')).toContainText(owner.slice(-4));
  }
  const cards = await CardsPage.open(page);
  const { total } = sandbox.sums(owners);
  await expect(cards.total('Spent')).toHaveText(formatUsd(total.spentCents));
  await expect(cards.total('Left')).toHaveText(formatUsd(total.leftCents));
  await cards.choose('Account', new RegExp(sandbox.accounts.second.slice(-4)));
  await expect(cards.total('Left')).toHaveText(
    formatUsd(sandbox.sums([sandbox.accounts.second]).total.leftCents),
  );

  await (await AccountMenu.open(page)).chooseAccount(new RegExp(sandbox.accounts.busy.slice(-4)));
  await expect(cards.total('Left')).toHaveText(
    formatUsd(sandbox.sums([sandbox.accounts.busy]).total.leftCents),
  );
});
