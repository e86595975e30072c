import { readStores, readTraces } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { MainNavigation } from './pages/main-navigation.ts';
import { queryCache } from './query-cache.ts';

test('a full walk leaves no card number or CVV anywhere while masked, and contacts only configured origins', async ({
  page,
  context,
  sandbox,
  stage,
  signIn,
  network,
  consoleLines,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const mine = sandbox.store.cardsOf(sandbox.accounts.busy);
  expect(mine.length).toBe(40);
  const card = mine.find((one) => one.type === 'us' && one.availableCents > 0 && one.transactions.length > 0);
  if (!card) throw new Error('The busy agent has no ready card');
  const grouped = card.number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

  const nowhere = async () => {
    const stores = JSON.stringify(await readStores(page));
    const cache = await queryCache(page);
    const places = {
      ...(await readTraces(page)),
      stores,
      cache,
      console: consoleLines.join('\n'),
      requests: network.requests.map(({ url }) => url).join('\n'),
    };
    expect(cache).toContain('usdAmountCents');
    // What a Secret turns into as JSON: not even a wrapped one may be in there.
    expect(cache).not.toContain('•••');
    for (const [place, text] of Object.entries(places)) {
      const digits = text.replaceAll(/(\d) (?=\d)/g, '$1');
      const found = mine.filter(({ number }) => digits.includes(number));
      expect(
        found.map(({ cardId }) => cardId),
        `card numbers in ${place}`,
      ).toEqual([]);
    }
    // Three digits are in many places by chance; as a value of their own they would be the CVV.
    expect(stores).not.toContain(`"${card.cvv}"`);
    expect(cache).not.toContain(`"${card.cvv}"`);
    for (const [place, text] of Object.entries({ console: places.console, requests: places.requests }))
      expect(text.split(/[^\p{L}\p{N}]+/u), `CVV in ${place}`).not.toContain(card.cvv);
    await expect(page.getByText(card.cvv, { exact: true })).toHaveCount(0);
  };

  await (await signIn('busy')).showLists();
  await nowhere();

  const navigation = new MainNavigation(page);
  const cards = await navigation.cards();
  await expect(cards.cards).toHaveCount(40);
  for (let index = 0; index < 40; index += 1) {
    await cards.cards.nth(index).click();
    await expect(page.getByText('Available balance')).toBeVisible();
    await page.goBack();
  }
  await nowhere();

  const detail = await cards.openCard(card.number.slice(-4));
  await detail.revealNumber();
  await expect(page.getByText(grouped)).toBeVisible();
  await detail.revealCvv();
  await expect(page.getByText(card.cvv, { exact: true })).toBeVisible();
  await detail.button('Copy card number').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(card.number);
  await detail.button('Copy CVV').click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(card.cvv);
  // Even while in sight it is in no store and no cache.
  expect(await queryCache(page)).not.toContain(card.number);
  expect(JSON.stringify(await readStores(page))).not.toContain(card.number);
  await detail.hide();
  await expect(page.getByText(grouped)).toHaveCount(0);
  await nowhere();

  await navigation.overview();
  await nowhere();
  const order = await navigation.orderCard();
  await order.review('50');
  await nowhere();
  await navigation.payments();
  await nowhere();
  expect(network.origins().toSorted()).toEqual(
    [new URL(stage.dashboardUrl).origin, new URL(sandbox.url).origin].toSorted(),
  );
});
