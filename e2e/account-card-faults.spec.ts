import { ACCESS_TOKENS } from '#sandbox/account-card/programme-users.ts';
import { giveActiveCard, programmeOf, withActiveCard } from './account-card-programme.ts';
import { expect, test } from './fixtures.ts';
import { AccountCardPage } from './pages/account-card-page.ts';

test('401: a token that the program rejects leads back to the sign-in, with the reason', async ({
  page,
  sandbox,
}) => {
  const card = await AccountCardPage.enter(page, 'a-token-never-issued');
  const alert = card.main.getByRole('alert');
  await expect(alert).toContainText('The card program did not accept this access token.');
  await expect(card.accessToken).toHaveValue('');
  await card.enterToken('two words');
  await expect(card.main.getByText('This is not an access token.')).toBeVisible();

  giveActiveCard(sandbox);
  await card.enterToken(`Bearer ${ACCESS_TOKENS.verified}`);
  await card.button('Freeze').waitFor();
  // It ends while the card is on screen.
  programmeOf(sandbox).store.refuseNext('/v1/card/details/token', {
    status: 401,
    message: 'Not authenticated',
  });
  await card.button('Show details').click();
  await expect(alert).toContainText('The card program did not accept this access token.');
  await expect(card.accessToken).toBeVisible();
});

test('each refusal has a sentence of its own, and takes nothing from the page', async ({ page, sandbox }) => {
  const card = await withActiveCard(page, sandbox);
  const { store } = programmeOf(sandbox);
  const { verified } = store.users;
  const alert = card.main.getByRole('alert');
  const titles: string[] = [];
  const saying = async (sentence: string): Promise<void> => {
    await expect(alert).toContainText(sentence);
    titles.push(sentence);
    await expect(card.status('Active')).toBeVisible();
  };
  const details = () => card.button('Show details').click();

  verified.suspended = true;
  await details();
  await saying('This access token may not do this.');
  verified.suspended = false;
  const kept = verified.card;
  verified.card = null;
  await details();
  await saying('There is no card anymore.');
  verified.card = kept;
  for (const [status, message, sentence] of [
    [422, 'customCss must be an object', 'The card program refused a value in the request.'],
    [498, 'Invalid client key', 'The card program does not know this dashboard’s client key.'],
    [499, 'Missing client key', 'This dashboard sent no client key to the card program.'],
    [500, 'Internal server error', 'The card program has a problem at the moment.'],
    [400, 'Try tomorrow', 'The program says: “Try tomorrow”'],
  ] as const) {
    store.refuseNext('/v1/card/details/token', { status, message });
    await details();
    await saying(sentence);
  }
  sandbox.faults.add({ route: 'v1/card/details/token', kind: 'drop-before' });
  await details();
  await saying('The card program could not be reached.');
  sandbox.faults.add({ route: 'v1/card/details/token', kind: 'malformed-json' });
  await details();
  await saying('Something between this page and the card program answered in its place.');
  expect(new Set(titles).size).toBe(titles.length);
  // None of them is the last word.
  await card.showDetails();
  await expect(alert).toHaveCount(0);
});

test('498, 499 and a foreign picture host by configuration: the page names the key that the operator has to set', async ({
  page,
  stage,
  sandbox,
}) => {
  giveActiveCard(sandbox);
  const { config } = programmeOf(sandbox);
  const alert = page.getByRole('main').getByRole('alert');
  for (const [clientKey, sentence] of [
    ['other-key', 'does not know this dashboard’s client key'],
    ['', 'sent no client key'],
  ] as const) {
    stage.useConfig({ ...sandbox.config, accountCard: { ...config, clientKey } });
    await AccountCardPage.enter(page, ACCESS_TOKENS.verified);
    await expect(alert).toContainText(sentence);
    await expect(alert).toContainText('accountCard.clientKey');
  }
  stage.useConfig({ ...sandbox.config, accountCard: { ...config, imageHosts: [] } });
  const card = await AccountCardPage.enter(page, ACCESS_TOKENS.verified);
  await card.button('Show details').click();
  await expect(alert).toContainText('an address that this dashboard does not allow');
  await expect(card.picture).toHaveCount(0);
});

test('an order refused because the verification was lost, or because there is a card, says which', async ({
  page,
  sandbox,
}) => {
  const { store } = programmeOf(sandbox);
  const card = await AccountCardPage.enter(page, ACCESS_TOKENS.verified);
  await card.button('Order card').waitFor();
  store.users.verified.verification = 'REJECTED';
  await card.order();
  await expect(card.main.getByRole('alert')).toContainText('Your identity is not verified yet.');

  store.users.verified.verification = 'VERIFIED';
  // Ordered elsewhere, and the status route does not know of it yet.
  store.invisibleMs = 3_600_000;
  store.order(store.users.verified);
  await card.order();
  await expect(card.main.getByRole('alert')).toContainText('You already have a card.');
  sandbox.clock.advance(3_600_000);
  // "Already has a card" goes to the card.
  await card.order();
  await expect(card.status('Active')).toBeVisible();
  expect(store.orders).toBe(1);
});

test('an order whose answer is lost is found by the status, not ordered again', async ({ page, sandbox }) => {
  const { store } = programmeOf(sandbox);
  store.provisioningMs = 0;
  sandbox.faults.add({ route: 'v1/card/order', kind: 'drop-after-settlement' });
  const card = await AccountCardPage.enter(page, ACCESS_TOKENS.verified);
  await card.order();
  await expect(card.status('Active')).toBeVisible();
  await expect(card.main.getByRole('alert')).toHaveCount(0);
  expect(store.orders).toBe(1);
});

test('an order without an answer may have been taken: the page says so, looks for the card, and orders again only when asked', async ({
  page,
  sandbox,
  network,
}) => {
  await page.clock.install();
  const { store } = programmeOf(sandbox);
  store.provisioningMs = 0;
  store.invisibleMs = 3_600_000;
  sandbox.faults.add({ route: 'v1/card/order', kind: 'drop-after-settlement' });
  const card = await AccountCardPage.enter(page, ACCESS_TOKENS.verified);
  await card.order();
  await expect.poll(() => network.to('/v1/card/order', 'POST').length).toBe(1);
  const unsure = card.main.getByText('The order may have gone through.');
  await expect(async () => {
    await page.clock.fastForward(1_000);
    await expect(unsure).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(card.button('Order card')).toHaveCount(0);
  await expect(card.button('Order again')).toHaveCount(0);
  await expect(card.main.getByRole('alert')).toHaveCount(0);
  // Leaving the page does not forget it.
  const to = (name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
  await to('Payments');
  await to('Account card');
  await expect(unsure).toBeVisible();
  await page.clock.fastForward(31_000);
  await card.button('Order again').click();
  await expect(card.main.getByRole('alert')).toContainText('You already have a card.');

  sandbox.clock.advance(store.invisibleMs);
  await expect(async () => {
    await page.clock.fastForward(61_000);
    await expect(card.status('Active')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(card.main.getByRole('alert')).toHaveCount(0);
  expect(store.orders).toBe(1);
});

test('a freeze that the program rejects shows why and what the card is now', async ({ page, sandbox }) => {
  const card = await withActiveCard(page, sandbox);
  Object.assign(programmeOf(sandbox).store.users.verified.card ?? {}, { held: 'BLOCKED' });
  await card.freeze();
  await expect(card.main.getByText('“The card is BLOCKED, it must be ACTIVE”')).toBeVisible();
  await expect(card.main.getByText('This card is permanently blocked.')).toBeVisible();
});

test('two tabs ordering at once make one POST /v1/card/order', async ({ context, sandbox, network }) => {
  const { store } = programmeOf(sandbox);
  store.provisioningMs = 0;
  // The status route is behind: both tabs would see "no card" right after the order.
  store.invisibleMs = 1_500;
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  const cards = await Promise.all(tabs.map((tab) => AccountCardPage.enter(tab, ACCESS_TOKENS.verified)));
  await Promise.all(cards.map((card) => card.button('Order card').waitFor()));
  await Promise.all(cards.map((card) => card.order()));
  for (const card of cards) await expect(card.status('Active')).toBeVisible();
  expect(network.to('/v1/card/order', 'POST')).toHaveLength(1);
  expect(store.orders).toBe(1);
});

test('an order whose card is long in coming is known to the other tab', async ({
  context,
  sandbox,
  network,
}) => {
  await context.clock.install();
  const { store } = programmeOf(sandbox);
  store.provisioningMs = 0;
  store.invisibleMs = 3_600_000;
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  const [first, second] = await Promise.all(
    tabs.map((tab) => AccountCardPage.enter(tab, ACCESS_TOKENS.verified)),
  );
  if (!first || !second) throw new Error('two tabs');
  await Promise.all([first, second].map((card) => card.button('Order card').waitFor()));
  await first.order();
  await expect(async () => {
    await context.clock.fastForward(1_000);
    await expect(first.main.getByText('Being made')).toBeVisible({ timeout: 500 });
  }).toPass();
  await second.order();
  await expect(second.main.getByText('The order may have gone through.')).toBeVisible();
  expect(network.to('/v1/card/order', 'POST')).toHaveLength(1);
  sandbox.clock.advance(store.invisibleMs);
  for (const card of [first, second])
    await expect(async () => {
      await context.clock.fastForward(11_000);
      await expect(card.status('Active')).toBeVisible({ timeout: 1_000 });
    }).toPass();
  expect(store.orders).toBe(1);
});
