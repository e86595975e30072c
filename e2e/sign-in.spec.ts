import { readStores, readTraces } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { customTokenClaims, forgedJwt } from './forged-tokens.ts';
import type { NetworkLog } from './network-log.ts';
import { CardsPage } from './pages/cards-page.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';

const EXCHANGE = '/identity/v1/accounts:signInWithCustomToken';
const UNUSED = 'Your link is unused, open it again.';

const toSandbox = (network: NetworkLog, sandbox: { url: string }): string[] =>
  network.requests
    .map(({ url }) => url)
    .filter((url) => url.startsWith(`${sandbox.url}/`))
    .map((url) => new URL(url).pathname);
const tokenOf = (link: string): string => new URL(link).searchParams.get('authToken') ?? '';

test('a login link lands signed in with the busy agent’s cards', async ({ page, signIn, sandbox }) => {
  await signIn('busy');
  const cards = await CardsPage.open(page);
  await expect(page.getByRole('button', { name: /^Account/ })).toContainText(
    sandbox.accounts.busy.slice(0, 6),
  );
  await expect(cards.cards).toHaveCount(sandbox.store.cardsOf(sandbox.accounts.busy).length);
});

test('S1: the token is in no address, history, performance entry, store or console line, and no referrer', async ({
  page,
  sandbox,
  network,
  consoleLines,
}) => {
  const link = sandbox.createLoginLink(sandbox.accounts.busy);
  const token = tokenOf(link);
  const signature = token.slice(token.lastIndexOf('.') + 1);
  const look = async (when: string) => {
    const places = { ...(await readTraces(page)), ...(await readStores(page)), console: consoleLines.join() };
    for (const [place, text] of Object.entries(places))
      expect(text, `${place} ${when}`).not.toContain(signature);
  };
  const landing = await LinkLanding.open(page, link);
  await expect(landing.signInButton).toBeVisible();
  await look('before the click');
  await landing.signIn();
  await look('after the click');

  const [first, ...rest] = network.requests;
  expect(first?.url).toBe(link);
  for (const { url } of rest) expect(url).not.toContain(signature);
  for (const request of network.requests)
    expect(JSON.stringify(await request.allHeaders())).not.toContain(signature);
  for (const request of rest) expect(await request.allHeaders()).not.toHaveProperty('referer');
});

test('S3: nothing is asked of the identity service or of Laso before the click', async ({
  page,
  sandbox,
  network,
}) => {
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  await expect(landing.signInButton).toHaveAccessibleName(/^Sign in as 0x/);
  await expect(page.getByRole('main')).toContainText(sandbox.accounts.busy);
  await network.idle(page);
  expect(toSandbox(network, sandbox)).toEqual([]);
  await landing.signIn();
  expect(toSandbox(network, sandbox)[0]).toBe(EXCHANGE);
});

test('a reload before the click forgets the link and says so; the link still works', async ({
  page,
  sandbox,
  network,
}) => {
  const link = sandbox.createLoginLink(sandbox.accounts.busy);
  const landing = await LinkLanding.open(page, link);
  await landing.signInButton.waitFor();
  await page.reload();
  await expect(page.getByRole('heading', { name: UNUSED })).toBeVisible();
  await page.reload();
  await SignInPage.shown(page);
  expect(toSandbox(network, sandbox)).toEqual([]);
  await (await LinkLanding.open(page, link)).signIn();
  await page.reload();
  await OverviewPage.shown(page);
});

test('a reload while the link is redeemed does not call it unused', async ({ page, sandbox }) => {
  sandbox.faults.add({ route: 'identity', kind: 'slow', ms: 20_000 });
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  const asked = page.waitForRequest((request) => request.url().includes(EXCHANGE));
  await landing.press();
  await asked;
  await page.reload();
  await expect(
    page.getByRole('heading', { name: 'The page was reloaded while it opened your link.' }),
  ).toBeVisible();
});

test('S6: a second use of a link is refused with a clear message, once', async ({
  page,
  sandbox,
  network,
}) => {
  const link = sandbox.createLoginLink(sandbox.accounts.busy);
  await (await LinkLanding.open(page, link)).signIn();
  await page.evaluate(() => sessionStorage.clear());
  const before = network.to(EXCHANGE, 'POST').length;
  const second = await LinkLanding.open(page, link);
  await second.press();
  await expect(second.problem).toContainText('This link has been used already or is not valid.');
  await expect(second.signInButton).toHaveCount(0);
  await page.reload();
  await expect(page.getByText(UNUSED)).toHaveCount(0);
  expect(network.to(EXCHANGE, 'POST').length - before).toBe(1);
  expect(sandbox.log.list().filter(({ route }) => route === 'auth')).toEqual([]);
});

test('a double click redeems once', async ({ page, sandbox, network }) => {
  sandbox.faults.add({ route: 'identity', kind: 'slow', ms: 300 });
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  await landing.signInButton.dblclick();
  await OverviewPage.shown(page);
  expect(network.to(EXCHANGE, 'POST')).toHaveLength(1);
});

test('what a link gives after Cancel is dropped', async ({ page, sandbox }) => {
  sandbox.faults.add({ route: 'identity', kind: 'slow', ms: 3_600_000 });
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
  const answered = page.waitForResponse((response) => response.url().includes(EXCHANGE));
  await landing.press();
  await landing.cancel();
  await SignInPage.shown(page);
  await sandbox.waiting.release();
  await (await answered).finished();
  await page.reload();
  await SignInPage.shown(page);
  expect((await readStores(page)).sessionStorage).toBe('{}');
});

test('a link with the token in its fragment, or on another path, works and leaves a clean address', async ({
  page,
  sandbox,
}) => {
  const token = () => tokenOf(sandbox.createLoginLink(sandbox.accounts.firstDay));
  for (const address of [
    `/#authToken=${token()}`,
    `/cards#/x?authToken=${token()}`,
    `/a/b?authToken=${token()}&x=1`,
  ]) {
    const landing = await LinkLanding.open(page, address);
    await landing.signInButton.waitFor();
    expect(page.url()).not.toContain('authToken');
    await landing.signIn();
  }
});

test('an ID-token link works without renewal and says when it ends', async ({ page, sandbox, network }) => {
  const { id_token: idToken } = sandbox.tokens.issue(sandbox.accounts.busy);
  const landing = await LinkLanding.open(page, `/?authToken=${idToken}`);
  await expect(page.getByRole('main')).toContainText(
    /This link cannot be renewed: the session ends in (1 h|59|60)/,
  );
  await landing.signIn();
  await expect((await CardsPage.open(page)).cards).toHaveCount(40);
  expect(network.to(EXCHANGE)).toEqual([]);
  // Four minutes before its end a token that can be renewed would be; this one is used until it ends.
  expect(network.to('/auth')).toEqual([]);
});

test('an opaque code tells its account only after the click, and a second click opens it', async ({
  page,
  sandbox,
  network,
}) => {
  const code = sandbox.tokens.code(sandbox.accounts.busy);
  const landing = await LinkLanding.open(page, `/agent/dashboard/auth?code=${code}`);
  await expect(landing.signInButton).toHaveAccessibleName('Sign in');
  await expect(page.getByRole('main')).toContainText('It does not say which account it opens.');
  await network.idle(page);
  expect(toSandbox(network, sandbox)).toEqual([]);
  expect(page.url()).not.toContain(code);
  await landing.signInButton.dblclick();
  const confirm = page.getByRole('button', { name: /^Sign in as 0x/ });
  await expect(page.getByRole('main')).toContainText(sandbox.accounts.busy);
  // The second half of a double click, had the answer come in between.
  await confirm.dispatchEvent('click', { detail: 2 });
  await expect(confirm).toBeVisible();
  expect((await readStores(page)).sessionStorage).not.toContain('idToken');
  await landing.signIn();
  expect(network.to('/redeem-code', 'POST')).toHaveLength(1);
});

test('S4: a token that names no account tells whose it is after the click, beside the account on screen', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  const { id_token: idToken, refresh_token: refreshToken } = sandbox.tokens.issue(sandbox.accounts.second);
  await page.route(`${sandbox.url}${EXCHANGE}*`, (route) =>
    route.fulfill({
      json: { idToken, refreshToken, expiresIn: '3600' },
      headers: { 'Access-Control-Allow-Origin': '*' },
    }),
  );
  const { uid: _nobody, ...claims } = customTokenClaims(sandbox.accounts.second);
  const landing = await LinkLanding.open(page, `/?authToken=${forgedJwt(claims)}`);
  await expect(page.getByRole('main')).toContainText('It does not say which account it opens.');
  await landing.press();
  await expect(landing.signInButton).toHaveAccessibleName(/^Sign in as 0x/);
  for (const account of [sandbox.accounts.busy, sandbox.accounts.second])
    await expect(page.getByRole('main')).toContainText(account);
  expect((await readStores(page)).sessionStorage).not.toContain(idToken);
  await landing.signIn();
  await expect(page.getByRole('button', { name: /^Account/ })).toContainText(
    sandbox.accounts.second.slice(0, 6),
  );
});
