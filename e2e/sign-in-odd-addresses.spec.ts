import type { Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import { readStores, readTraces } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { OverviewPage } from './pages/overview-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';

const tokenOf = (sandbox: Sandbox): string =>
  new URL(sandbox.createLoginLink(sandbox.accounts.busy)).searchParams.get('authToken') ?? '';

/** The end of a secret: no part of a page may hold it. */
async function expectGone(page: Page, secret: string, when: string) {
  const places = { ...(await readTraces(page)), ...(await readStores(page)) };
  for (const [place, text] of Object.entries(places))
    expect(text, `${place} ${when}`).not.toContain(secret.slice(-20));
}

const ODD: [name: string, pathOf: (token: string, code: string) => string][] = [
  ['two slashes', (token) => `//?authToken=${token}`],
  ['two slashes and a path', (_token, code) => `//agent/dashboard/auth?code=${code}`],
  ['a backslash', (token) => `/\\x?authToken=${token}`],
];

for (const [name, pathOf] of ODD)
  test(`A3: a link with ${name} lands, and leaves its secret nowhere`, async ({
    page,
    sandbox,
    network,
    stage,
  }) => {
    const code = sandbox.tokens.code(sandbox.accounts.busy);
    const path = pathOf(tokenOf(sandbox), code);
    const secret = path.slice(path.indexOf('=') + 1);
    const landing = await LinkLanding.open(page, `${stage.dashboardUrl}${path}`);
    await expect(landing.signInButton).toBeVisible();
    await expectGone(page, secret, 'before the click');
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Your link is unused, open it again.' })).toBeVisible();
    await expectGone(page, secret, 'after a reload');
    const asked = network.requests.filter(({ url }) => url.includes(secret.slice(-20)));
    expect(asked, 'only the link itself was asked for').toHaveLength(1);
  });

test('A3: where the address cannot be cleaned, the sign-in page is loaded without the secret', async ({
  page,
  sandbox,
  network,
}) => {
  await page.addInitScript(() => {
    if (!location.search.includes('authToken')) return;
    history.replaceState = () => {
      throw new DOMException('Not now.', 'SecurityError');
    };
  });
  const token = tokenOf(sandbox);
  await page.goto(`/cards?authToken=${token}`, { waitUntil: 'commit' });
  await SignInPage.shown(page);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await expectGone(page, token, 'on the sign-in page');
  const [link, ...rest] = network.requests;
  expect(link?.url).toContain(token);
  for (const request of rest)
    expect(JSON.stringify([request.url, await request.allHeaders()])).not.toContain(token.slice(-20));
});

test('A3: at an address with two slashes the pages work', async ({ page, signIn, stage }) => {
  await signIn('busy');
  await page.goto(`${stage.dashboardUrl}//`);
  const overview = await OverviewPage.shown(page);
  await overview.choosePeriod('7 days');
  await expect(overview.sentence).toContainText('in the last 7 days');
});
