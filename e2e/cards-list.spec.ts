import { statusOf, type StoredCard } from '#sandbox/store/stored-card.ts';
import { expect, test } from './fixtures.ts';
import { CardsPage, type StatusWord } from './pages/cards-page.ts';
import { CardPage } from './pages/card-page.ts';

const WORDS: Record<string, StatusWord> = {
  pending: 'Pending',
  ready: 'Ready',
  queued: 'Queued',
  complete: 'Complete',
  'refund-requested': 'Refund requested',
  refunded: 'Refunded',
  archived: 'Archived',
};

function wordOf(card: StoredCard): StatusWord {
  const status = statusOf(card, Date.now());
  return card.type === 'us' && status === 'ready' && card.availableCents === 0
    ? 'Depleted'
    : (WORDS[status] ?? 'Archived');
}

const nameOf = (card: StoredCard): string =>
  ['Ready', 'Depleted', 'Complete'].includes(wordOf(card)) ? card.number.slice(-4) : card.cardId;

test('every card of both products is one link with its last four or id and its status word', async ({
  sandbox,
  openAs,
}) => {
  const list = await openAs('busy', CardsPage);
  const cards = sandbox.store.cardsOf(sandbox.accounts.busy);
  await expect(list.cards).toHaveCount(cards.length);
  const names = await list.cards.allTextContents();
  for (const card of cards) {
    const fitting = names.filter((name) => name.includes(nameOf(card)) && name.includes(wordOf(card)));
    expect(fitting, `${nameOf(card)} ${wordOf(card)}`).toHaveLength(1);
  }
  for (const word of new Set(cards.map(wordOf))) await expect(list.withStatus(word).first()).toBeVisible();
  expect(new Set(cards.map(wordOf)).size).toBe(8);
});

test('search finds by last four, merchant and status, stays in the address, and says when nothing matches', async ({
  page,
  sandbox,
  openAs,
}) => {
  const list = await openAs('busy', CardsPage);
  await expect(list.cards).toHaveCount(40);
  const cards = sandbox.store.cardsOf(sandbox.accounts.busy);
  const [first] = cards.filter((card) => wordOf(card) === 'Ready');
  const lastFour = first?.number.slice(-4) ?? '';

  // Typed as a person does: no letter may be lost or put elsewhere.
  await list.search.pressSequentially(lastFour, { delay: 5 });
  await expect(list.search).toHaveValue(lastFour);
  await expect(list.cards).toHaveCount(1);
  await expect(page).toHaveURL(new RegExp(`\\?q=${lastFour}$`));

  await list.searchFor('depleted');
  await expect(list.cards).toHaveCount(cards.filter((card) => wordOf(card) === 'Depleted').length);
  await page.reload();
  await expect(list.search).toHaveValue('depleted');
  await expect(list.withStatus('Ready')).toHaveCount(0);
  await expect(list.withStatus('Depleted').first()).toBeVisible();

  await list.searchFor('hetzner');
  const atHetzner = cards.filter((card) => card.transactions.some((one) => /hetzner/i.test(one.description)));
  await expect(list.cards).toHaveCount(atHetzner.length);
  const detail = await list.openCard(/Ready|Complete/);
  await page.goBack();
  await expect(list.search).toHaveValue('hetzner');
  expect(detail.page).toBe(page);

  await list.searchFor('no such thing');
  await expect(list.main).toContainText('No card matches.');
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Cards', exact: true })
    .click();
  await expect(list.search).toHaveValue('');
  await expect(list.cards).toHaveCount(40);
});

test('an international card answers to the id it was ordered under, and is one card', async ({
  page,
  sandbox,
  openAs,
}) => {
  const card = sandbox.store
    .cardsOf(sandbox.accounts.busy)
    .find((one) => one.type === 'intl' && one.queuedOrderCardId !== null);
  if (card?.type !== 'intl' || card.queuedOrderCardId === null)
    throw new Error('The scenario has no reissued card.');
  const detail = await openAs('busy', CardPage, card.queuedOrderCardId);
  await expect(detail.heading).toContainText(card.number.slice(-4));
  await expect(detail.main).toContainText(card.cardId);
  await expect(detail.main).toContainText(card.queuedOrderCardId);
  const list = await CardsPage.open(page);
  await expect(list.card(card.number.slice(-4))).toHaveCount(1);
  await expect(list.card(card.queuedOrderCardId)).toHaveCount(0);
});

test('a card of another account, or of none, shows an error that says which', async ({
  page,
  sandbox,
  openAs,
}) => {
  const [others] = sandbox.store.cardsOf(sandbox.accounts.second);
  const detail = await openAs('busy', CardPage, others?.cardId ?? '');
  await expect(detail.main.getByRole('alert')).toContainText('another account');
  await CardPage.open(page, 'card_of_nobody');
  await expect(detail.main.getByRole('alert')).toContainText('Laso does not know this.');
  await expect(detail.button('Reveal card number')).toHaveCount(0);
});

test('a depleted card offers to order the next one, unless the account is frozen', async ({
  page,
  sandbox,
  openAs,
}) => {
  const list = await openAs('busy', CardsPage);
  await list.withStatus('Depleted').first().click();
  const detail = await CardPage.shown(page);
  const usedUp = detail.main.getByText('This card is used up.');
  const next = detail.main.getByRole('link', { name: 'Order the next one' });
  await expect(usedUp).toBeVisible();
  await next.click();
  await expect(page).toHaveURL(/\/order\/us-card/);
  await page.goBack();
  await expect(next).toBeVisible();

  sandbox.store.account(sandbox.accounts.busy).frozenMessage = 'Under review until Friday.';
  await page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect(detail.main.getByText('Under review until Friday.').first()).toBeVisible();
  await expect(next).toHaveCount(0);
});

test('a page that was gone to starts at its top with the keyboard in it; Back keeps the place', async ({
  page,
  openAs,
}) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  const list = await openAs('busy', CardsPage);
  // Once there and back: the second time nothing has to be loaded, and the page is as long at once.
  await list.cards.last().click();
  await expect((await CardPage.shown(page)).transactions).toBeVisible();
  await page.goBack();
  await expect(list.cards).toHaveCount(40);
  await list.cards.last().scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(300);
  await list.cards.last().click();
  await CardPage.shown(page);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await expect(page.locator('main')).toBeFocused();
  await page.goBack();
  await expect(list.cards).toHaveCount(40);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
});

test('rows are 40 px high and their amounts line up, wherever the table has room', async ({
  openAs,
  page,
}) => {
  const list = await openAs('busy', CardsPage);
  for (const width of [1440, 1000, 800]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(list.rows).toHaveCount(40);
    const rows = await list.rows.evaluateAll((lines) =>
      lines.map((line) => ({
        height: line.getBoundingClientRect().height,
        content: Math.max(...[...line.children].map((cell) => cell.scrollHeight)),
        right: line.lastElementChild?.lastElementChild?.getBoundingClientRect().right ?? 0,
        end: line.getBoundingClientRect().right,
      })),
    );
    for (const row of rows) {
      expect(row.height, `at ${width} px`).toBe(40);
      expect(row.content, `at ${width} px`).toBeLessThanOrEqual(40);
      expect(Math.abs(row.right - row.end), `at ${width} px`).toBeLessThan(1);
    }
  }
});
