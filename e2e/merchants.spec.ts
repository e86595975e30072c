import { expect, test } from './fixtures.ts';
import { CardPage } from './pages/card-page.ts';
import { MerchantsPage } from './pages/merchants-page.ts';
import { OrderPage } from './pages/order-page.ts';

test('a search says Accepted, Not accepted or Unknown for each merchant, with the caveat, and stays in the address', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  await signIn('busy');
  const merchants = await MerchantsPage.open(page);
  await merchants.search.pressSequentially('amazon', { delay: 5 });
  await expect(merchants.merchants).toHaveCount(4);
  await expect(merchants.merchant('Amazon', 'Accepted')).toHaveCount(1);
  await expect(merchants.merchant('Amazon Germany', 'Not accepted')).toHaveCount(1);
  await expect(merchants.merchant('Amazon Prime Video', 'Unknown')).toHaveCount(1);
  await expect(merchants.main).toContainText('Not listed does not mean refused');
  await expect(merchants.main).toContainText('somebody tried a card');
  // Not once per letter.
  expect(network.to('/search-merchants', 'GET').length).toBeLessThanOrEqual(2);
  await expect(page).toHaveURL(/\/merchants\?q=amazon$/);
  await page.reload();
  await expect(merchants.merchants).toHaveCount(4);

  sandbox.switches.restrictionNotes = true;
  await merchants.searchFor('bank');
  await expect(merchants.merchant('Sandbox Savings Bank', 'Not accepted')).toContainText(
    'No card of Laso’s works there. Laso says: “Cards cannot move money to a bank account.”',
  );
  await merchants.searchFor('no such shop');
  await expect(merchants.main).toContainText('Nothing is known about “no such shop”.');
  await expect(merchants.main).toContainText('That does not mean the card is refused there.');
});

test('an API without card types answers for the U.S. card, which is said; with them each card has its own', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const merchants = await MerchantsPage.open(page);
  await merchants.searchFor('hetzner');
  await expect(merchants.merchant('Hetzner Online', 'Not accepted')).toHaveCount(1);
  await merchants.chooseCard('International card');
  await expect(merchants.main).toContainText('Laso knows this for the U.S. card only.');
  await expect(merchants.merchant('Hetzner Online', 'Not accepted')).toHaveCount(1);

  sandbox.switches.merchantCardTypes = true;
  await page.reload();
  await merchants.chooseCard('International card');
  await expect(merchants.merchant('Hetzner Online', 'Accepted')).toHaveCount(1);
  await expect(merchants.main).not.toContainText('for the U.S. card only');
});

test('each refusal of the search is its own sentence, and Try again repeats the search', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const merchants = await MerchantsPage.open(page);
  const refusals = [
    ['not-found', 'Laso does not know this.'],
    ['rate-limited', 'Too many requests for now.'],
    ['frozen', 'Laso has frozen this account.'],
  ] as const;
  for (const [kind, sentence] of refusals) {
    sandbox.faults.add({ route: 'search-merchants', kind });
    await merchants.searchFor(`open ${kind}`);
    const alert = merchants.main.getByRole('alert');
    await expect(alert).toContainText(sentence);
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toHaveCount(0);
  }
});

test('a transaction leads to its merchant', async ({ page, sandbox, signIn }) => {
  await signIn('busy');
  const stored = sandbox.store
    .cardsOf(sandbox.accounts.busy, 'us')
    .find((card) => card.transactions.some(({ description }) => description === 'OPENAI *API CREDITS'));
  const card = await CardPage.open(page, stored?.cardId ?? '');
  await card.transactions.getByRole('link', { name: 'OPENAI *API CREDITS' }).first().click();
  const merchants = await MerchantsPage.shown(page);
  await expect(merchants.search).toHaveValue('Openai');
  await expect(merchants.merchant('OpenAI', 'Accepted')).toHaveCount(1);
});

test('an order form checks a merchant, for the card that is ordered, only when it is opened', async ({
  page,
  sandbox,
  signIn,
  network,
}) => {
  sandbox.switches.merchantCardTypes = true;
  await signIn('busy');
  for (const [what, words] of [
    ['U.S. card', /Hetzner Online\s*Not accepted/],
    ['International card', /Hetzner Online\s*Accepted/],
  ] as const) {
    const order = await OrderPage.open(page, what);
    const check = order.main.getByRole('searchbox', { name: 'Check a merchant' });
    await expect(check).toHaveCount(0);
    await order.main.getByText('Will it work at a merchant?').click();
    await check.fill('hetzner');
    await expect(order.main.locator('details')).toContainText(words);
    await order.enterAmount('250');
    await expect(check).toHaveValue('hetzner');
  }
  expect(network.to('/search-merchants', 'GET')).toHaveLength(2);
  // More than it shows.
  sandbox.switches.merchantCardTypes = false;
  sandbox.switches.restrictionNotes = true;
  // Six cards today, bought elsewhere: said, and no reason to refuse.
  for (let at = 0; at < 6; at += 1) sandbox.store.orderUsCard(sandbox.accounts.busy, 1_000);
  const order = await OrderPage.open(page);
  await expect(order.main.getByRole('status').filter({ hasText: 'in the last 24 hours' })).toContainText(
    'it may refuse another one today',
  );
  await expect(order.reviewButton).toBeEnabled();
  await order.main.getByText('Will it work at a merchant?').click();
  await order.main.getByRole('searchbox', { name: 'Check a merchant' }).fill('savings');
  await expect(order.main.locator('details')).toContainText('Cards cannot move money to a bank account.');
  await order.main.getByRole('searchbox', { name: 'Check a merchant' }).fill('amazon');
  await order.main.getByRole('link', { name: 'More about “amazon”' }).click();
  await expect((await MerchantsPage.shown(page)).search).toHaveValue('amazon');
});
