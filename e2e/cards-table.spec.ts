import type { Page } from '@playwright/test';
import { formatUsd } from '#domain/money.ts';
import type { Sums } from '#sandbox/scenarios/sums.ts';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { CardPage } from './pages/card-page.ts';
import { CardsPage, type StatusWord } from './pages/cards-page.ts';
import { LinkLanding } from './pages/link-landing.ts';

const MOST_ROWS = 80;

async function expectTotals(list: CardsPage, sums: Sums): Promise<void> {
  await expect(list.total('Spent')).toHaveText(formatUsd(sums.spentCents));
  await expect(list.total('Left')).toHaveText(formatUsd(sums.leftCents));
  await expect(list.total('Loaded')).toHaveText(formatUsd(sums.loadedCents));
}

const addressOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

test(
  '2,000 cards: at most 80 rows in the page wherever it is scrolled, each saying its place; totals are the sandbox’s to the cent',
  { tag: '@lines' },
  async ({ page, signIn, sandbox }) => {
    const owner = sandbox.accounts.veryLarge;
    sandbox.seed({ scenario: 'very-large' });
    await signIn('veryLarge');
    const list = await CardsPage.open(page);
    const { total } = sandbox.sums([owner]);
    await expect(list.table).toHaveAttribute('aria-rowcount', String(total.cards + 2));
    await expectTotals(list, total);

    const ordered = sandbox.store.cardsOf(owner).toSorted((a, b) => a.orderedAt - b.orderedAt);
    for (const at of [0.25, 0.5, 1]) {
      await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), at);
      await expect(list.rowInView(at)).toBeVisible();
      expect(await list.rows.count()).toBeLessThanOrEqual(MOST_ROWS);
    }
    // The very last row is the oldest card, and the keyboard goes on from any of them.
    const oldest = list.table.locator(`tr[aria-rowindex="${total.cards + 1}"]`);
    await expect(oldest.getByRole('link')).toHaveAttribute('href', `/cards/${ordered[0]?.cardId}`);
    await oldest.getByRole('link').focus();
    await page.evaluate(() => scrollTo(0, 0));
    await expect(list.table.locator('tr[aria-rowindex="2"]')).toBeVisible();
    await expect(oldest.getByRole('link')).toBeFocused();

    await list.searchFor('hetzner');
    const found = ordered.filter((card) => card.transactions.some((one) => /hetzner/i.test(one.description)));
    await expect(list.table).toHaveAttribute('aria-rowcount', String(found.length + 2));
    expect(await list.rows.count()).toBeLessThanOrEqual(MOST_ROWS);
  },
);

test('filters, order and search are in the address; Back undoes a choice, Forward brings it back, a link restores all', async ({
  page,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  const list = await CardsPage.open(page);
  const cards = sandbox.store.cardsOf(sandbox.accounts.busy);
  const intl = cards.filter((card) => card.type === 'intl');
  await expect(list.rows).toHaveCount(40);
  await list.choose('Type', 'International cards');
  await expect(list.rows).toHaveCount(intl.length);
  await list.choose('Status', 'Queued');
  await expect(list.rows).toHaveCount(2);
  await list.sortBy('Loaded');
  await expect.poll(() => addressOf(page)).toBe('?status=queued&type=intl&sort=-loaded');
  await expect(list.header('Loaded')).toHaveAttribute('aria-sort', 'descending');
  await expect(list.rows.first()).toContainText('$300.00');
  await list.sortBy('Loaded');
  await expect(list.rows.first()).toContainText('$150.00');
  // The rows change before the address does.
  await expect.poll(() => addressOf(page)).not.toContain('-loaded');

  await page.goBack();
  await expect(list.rows.first()).toContainText('$300.00');
  await page.goBack();
  await page.goBack();
  await expect(list.rows).toHaveCount(intl.length);
  expect(addressOf(page)).toBe('?type=intl');
  await page.goForward();
  await expect(list.rows).toHaveCount(2);

  await list.searchFor('no such thing');
  await expect(list.main).toContainText('No card matches.');
  await page.reload();
  await expect(list.search).toHaveValue('no such thing');
  await expect(list.main.getByRole('combobox', { name: 'Status' })).toHaveValue('queued');
  await list.main.getByRole('button', { name: 'Clear filters' }).click();
  await expect(list.rows).toHaveCount(40);
  await expect.poll(() => addressOf(page)).toBe('');
});

test('several accounts in one table: each card says whose it is, one can be chosen, and totals follow', async ({
  page,
  signIn,
  sandbox,
}) => {
  const { busy, second } = sandbox.accounts;
  await signIn('second');
  await (await LinkLanding.open(page, sandbox.createLoginLink(busy))).signIn();
  await (await AccountMenu.open(page)).item(/^All accounts$/).click();
  const list = await CardsPage.open(page);
  const both = sandbox.sums([busy, second]);
  await expect(list.rows).toHaveCount(both.total.cards);
  await expectTotals(list, both.total);
  await expect(list.header('Agent')).toBeVisible();
  await list.choose('Account', /^0x14dc/);
  await expect(list.rows).toHaveCount(both.accounts.get(second)?.cards ?? -1);
  await expectTotals(list, both.accounts.get(second) ?? both.total);
});

test(
  'every status of both products and unknown ones are in the list, with Laso’s own word where it is undocumented',
  { tag: '@lines' },
  async ({ page, signIn, sandbox }) => {
    const owner = sandbox.accounts.everyStatus;
    sandbox.seed({ scenario: 'every-status' });
    await signIn('everyStatus');
    const list = await CardsPage.open(page);
    await expect(list.rows).toHaveCount(sandbox.store.cardsOf(owner).length);
    const words: StatusWord[] = ['Pending', 'Ready', 'Depleted', 'Queued', 'Complete', 'Refund requested'];
    for (const word of [...words, 'Refunded', 'Archived'] as const)
      await expect(list.withStatus(word).first()).toBeVisible();
    for (const own of ['under_review', 'frozen-by-issuer'])
      await expect(list.card(own).first()).toBeVisible();

    // One order whose id changed: one card, and the old link leads to it.
    const reissued = sandbox.store
      .cardsOf(owner, 'intl')
      .find((one) => one.type === 'intl' && one.queuedOrderCardId !== null);
    if (reissued?.type !== 'intl' || reissued.queuedOrderCardId === null) throw new Error('No reissued card');
    await expect(list.card(reissued.number.slice(-4))).toHaveCount(1);
    const card = await CardPage.open(page, reissued.queuedOrderCardId);
    await expect(card.heading).toContainText(reissued.number.slice(-4));
    await expect(card.main).toContainText(reissued.cardId);
    // The international shape of transactions, a declined one among them; then the U.S. one with its days and
    // moments.
    await expect(
      card.transactions.getByRole('row', { name: /Proton AG.*Disputed.*\$15\.00/i }),
    ).toBeVisible();
    await expect(card.transactions.getByRole('row', { name: /OVH SAS.*Declined/i })).toBeVisible();
    const us = sandbox.store.cardsOf(owner, 'us').find((one) => one.transactions.length > 3);
    await CardPage.open(page, us?.cardId ?? '');
    await expect(card.transactions.getByRole('row', { name: /SERPER\.DEV/ })).toHaveCount(2);
    await expect(card.transactions.getByRole('row', { name: /AMAZON.*\+\$12\.99/ })).toBeVisible();
  },
);

test('a label of one’s own is in the list, found, and there after a reload; a card number is refused as a note', async ({
  page,
  signIn,
  sandbox,
}) => {
  await signIn('busy');
  const list = await CardsPage.open(page);
  const stored = sandbox.store
    .cardsOf(sandbox.accounts.busy, 'intl')
    .find((one) => one.type === 'intl' && one.state === 'redeemable');
  const card = await list.openCard(stored?.number.slice(-4) ?? '');
  await card.writeNotes({ label: 'Printer ink', note: 'number 4111 1111 1111 1111' });
  await expect(card.main).toContainText('This looks like a card number.');
  await card.main.getByRole('textbox', { name: 'Note' }).fill('ask Ann');
  await card.main.getByRole('button', { name: 'Save notes' }).click();
  await expect(card.main.getByRole('button', { name: 'Edit notes' })).toBeVisible();
  await page.reload();
  await expect(card.main).toContainText('ask Ann');
  await CardsPage.open(page);
  await list.searchFor('printer');
  await expect(list.rows).toHaveCount(1);
  await expect(list.rows).toContainText('Printer ink');
  expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage })))).not.toContain('4111');
});

test('on a phone rows have two lines and nothing scrolls sideways', async ({ page, signIn }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn('busy');
  const list = await CardsPage.open(page);
  await expect(list.rows).toHaveCount(40);
  const heights = await list.rows.evaluateAll((rows) =>
    rows.map((row) => row.getBoundingClientRect().height),
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(52);
  expect(Math.max(...heights)).toBeLessThanOrEqual(64);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
  await list.main.getByRole('combobox', { name: 'Order' }).selectOption('Most left first');
  await expect(page).toHaveURL(/sort=-left/);
});
