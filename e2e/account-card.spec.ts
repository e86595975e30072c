import { readdirSync, readFileSync } from 'node:fs';
import { ACCESS_TOKENS } from '#sandbox/account-card/programme-users.ts';
import { programmeOf, withActiveCard } from './account-card-programme.ts';
import { expect, test } from './fixtures.ts';
import { AccountCardPage } from './pages/account-card-page.ts';
import { DIST, DIST_WITH_ACCOUNT_CARD } from './stage.ts';

for (const [user, sentence] of [
  ['unverified', 'Your identity is not verified yet.'],
  ['pending', 'Your identity is being checked.'],
  ['rejected', 'The card program did not accept your verification.'],
] as const)
  test(`${user}: the gate says what to do, and nothing can be ordered until the program says VERIFIED`, async ({
    page,
    sandbox,
    network,
  }) => {
    const { store } = programmeOf(sandbox);
    const card = await AccountCardPage.enter(page, ACCESS_TOKENS[user]);
    await expect(card.main.getByRole('status').filter({ hasText: sentence })).toBeVisible();
    await expect(card.main).toContainText('no physical cards');
    await expect(card.button('Order card')).toBeDisabled();
    await card.button('Order card').press('Enter');
    store.users[user].verification = 'VERIFIED';
    await card.button('Look again').click();
    await expect(card.main.getByText(sentence)).toHaveCount(0);
    await expect(card.button('Order card')).toBeEnabled();
    expect(network.to('/v1/card/order', 'POST')).toEqual([]);
  });

test('ordered once, followed from PENDING to ACTIVE by itself; holder, last four, expiry and type are shown', async ({
  page,
  sandbox,
  network,
}) => {
  const { store } = programmeOf(sandbox);
  store.provisioningMs = 3_600_000;
  const card = await AccountCardPage.enter(page, ACCESS_TOKENS.verified);
  await card.button('Order card').dblclick();
  await expect(card.status('Pending')).toBeVisible();
  await expect(card.button('Show details')).toHaveCount(0);
  sandbox.clock.advance(store.provisioningMs);
  await expect(card.status('Active')).toBeVisible();
  const { number, holderName, expiryDate } = store.users.verified.card ?? {};
  const [year, month] = expiryDate?.split('/') ?? [];
  const facts = `Holder${holderName}Number ends in${number?.slice(-4)}Expires${month}/${year?.slice(2)}TypeVirtual`;
  await expect(card.main.locator('dl')).toContainText(facts);
  expect(network.to('/v1/card/order', 'POST')).toHaveLength(1);
  const { headers } = network.to('/v1/card/order', 'POST')[0] ?? {};
  expect(headers).toMatchObject({ 'x-client-key': 'sandbox-client-key', 'x-us-env': 'true' });
});

test('a card that is not made in time says so, and the page keeps looking', async ({ page, sandbox }) => {
  await page.clock.install();
  programmeOf(sandbox).store.provisioningMs = 3_600_000;
  const card = await AccountCardPage.enter(page, ACCESS_TOKENS.verified);
  await card.order();
  await expect(card.status('Pending')).toBeVisible();
  await page.clock.fastForward(31_000);
  await expect(card.main.getByText('This is taking longer than it should.')).toBeVisible();
  sandbox.clock.advance(3_600_000);
  // A read may be on its way just then: the next one is ten seconds after it.
  await expect(async () => {
    await page.clock.fastForward(11_000);
    await expect(card.status('Active')).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test('the details are a picture that works once: hidden, it is out of the page, and its address is dead', async ({
  page,
  sandbox,
  network,
}) => {
  const card = await withActiveCard(page, sandbox);
  const first = await card.showDetails();
  await expect.poll(() => card.picture.evaluate((img) => Object(img).naturalWidth)).toBeGreaterThan(0);
  await card.hide();
  await expect(card.picture).toHaveCount(0);
  await expect(card.button('Show details')).toBeFocused();
  expect((await page.request.get(first)).status()).toBe(410);
  expect(await page.content()).not.toContain(first);

  const second = await card.showDetails();
  expect(second).not.toBe(first);
  expect(network.to('/v1/card/details/token', 'POST')).toHaveLength(2);
  // Another window alone leaves it, as it does a card number: the setting decides
  // (use-one-time-image.test.tsx).
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await expect(card.picture).toBeVisible();
  await card.hide();

  const third = await card.showDetails();
  await expect.poll(() => network.requests.filter(({ url }) => url === third).length).toBe(1);
  const sent = await network.requests.find(({ url }) => url === third)?.allHeaders();
  expect(sent?.['referer']).toBeUndefined();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Payments' }).click();
  await page.getByRole('heading', { name: 'Payments', level: 1 }).waitFor();
  await page.goBack();
  // The token is still in memory, the picture is not.
  await card.button('Show details').waitFor();
  await expect(card.picture).toHaveCount(0);
});

test('a picture goes by itself after 30 s; one that is dead before it is loaded says so', async ({
  page,
  sandbox,
}) => {
  await page.clock.install();
  const card = await withActiveCard(page, sandbox);
  await card.showPin();
  await expect(card.main.getByRole('timer', { name: /Hides in \d+ seconds/ })).toBeVisible();
  await page.clock.fastForward(18_000);
  await expect(card.picture).toBeVisible();
  await page.clock.fastForward(13_000);
  await expect(card.picture).toHaveCount(0);

  await page.route('**/pin-image?**', async (route) => {
    // Another client was faster.
    await page.request.get(route.request().url());
    await route.continue();
  });
  await card.button('Show PIN').click();
  await expect(card.main.getByRole('alert')).toContainText('The picture could not be loaded.');
  await expect(card.picture).toHaveCount(0);
});

test('the PIN is set on the issuer’s own page in a sandboxed frame; only its own message closes it', async ({
  page,
  sandbox,
}) => {
  const card = await withActiveCard(page, sandbox);
  await card.button('Set PIN').click();
  await card.pinPage.getByLabel('New PIN', { exact: true }).waitFor();
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', /allow-scripts/);
  // The same words from somewhere else change nothing.
  await page.evaluate(async () => {
    const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    postMessage({ type: 'abort' }, '*');
    await heard;
  });
  await expect(card.dialog).toBeVisible();
  await card.dialog.getByRole('button', { name: 'Close' }).click();

  await card.setPin('2468');
  await expect(card.dialog).toHaveCount(0);
  await expect(
    card.main.getByRole('status').filter({ hasText: 'The program’s page is closed' }),
  ).toBeVisible();
  expect(programmeOf(sandbox).store.users.verified.card?.pin).toBe('2468');
  expect(await page.content()).not.toContain('2468');
  await card.showPin();
});

test('frozen after a confirmation, unfrozen after another', async ({ page, sandbox, network }) => {
  const card = await withActiveCard(page, sandbox);
  await card.button('Freeze').click();
  await card.dialog.getByRole('button', { name: 'Leave it as it is' }).click();
  expect(network.to('/v1/card/freeze')).toEqual([]);
  await card.freeze();
  await expect(card.status('Frozen')).toBeVisible();
  await expect(card.button('Set PIN')).toHaveCount(0);
  await card.unfreeze();
  await expect(card.status('Active')).toBeVisible();
});

for (const [state, sentence] of [
  ['BLOCKED', 'This card is permanently blocked.'],
  ['INACTIVE', 'The card program says: “INACTIVE”.'],
] as const)
  test(`a card that is ${state} is explained, and nothing is offered`, async ({ page, sandbox }) => {
    const { store } = programmeOf(sandbox);
    store.order(store.users.verified);
    Object.assign(store.users.verified.card ?? {}, { held: state });
    const card = await AccountCardPage.enter(page, ACCESS_TOKENS.verified);
    await expect(card.main).toContainText(sentence);
    for (const name of ['Show details', 'Set PIN', 'Freeze', 'Unfreeze', 'Order card'] as const)
      await expect(card.button(name)).toHaveCount(0);
  });

test('a build without the account card has none of its code, no entry and no host of it in its policy', async ({
  page,
  stage,
  sandbox,
}) => {
  const holds = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(js|css)$/.test(entry.name))
      .filter((entry) =>
        /account[- ]card|v1\/card|x-client-key|one-time-image/i.test(
          readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8').replaceAll('accountCard', ''),
        ),
      )
      .map(({ name }) => name);
  expect(holds(DIST)).toEqual([]);
  expect(holds(DIST_WITH_ACCOUNT_CARD).length).toBeGreaterThan(0);

  const entry = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Account card' });
  const { host, origin } = new URL(programmeOf(sandbox).url);
  const loaded = await page.goto('/sign-in');
  await expect(entry).toBeVisible();
  const policy = loaded?.headers()['content-security-policy'] ?? '';
  for (const directive of ['img-src', 'connect-src', 'frame-src'])
    expect(policy).toMatch(new RegExp(`${directive} [^;]*${origin}`));

  const { accountCard: _gone, ...without } = sandbox.config;
  stage.useConfig(without);
  const again = await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Payments' }).waitFor();
  await expect(entry).toHaveCount(0);
  expect(again?.headers()['content-security-policy']).not.toContain(host);
  expect(again?.headers()['content-security-policy']).not.toContain('frame-src');
});
