import type { Sandbox } from '#sandbox/app.ts';
import { expect, test } from './fixtures.ts';
import { customTokenClaims, forgedJwt, idTokenClaims } from './forged-tokens.ts';
import type { NetworkLog } from './network-log.ts';
import { LinkLanding } from './pages/link-landing.ts';

const EXCHANGE = '/identity/v1/accounts:signInWithCustomToken';
const STRANGER = '0x00000000000000000000000000000000000000aa';

/** Paths asked of the sandbox, which is Laso's API and the identity service in one. */
const asked = (network: NetworkLog, sandbox: Sandbox): string[] =>
  network.requests
    .filter(({ url, method }) => url.startsWith(`${sandbox.url}/`) && method !== 'OPTIONS')
    .map(({ url }) => new URL(url).pathname);

const projectOf = (sandbox: Sandbox): string => sandbox.config.firebaseProjectId;

interface BadLink {
  name: string;
  link: (sandbox: Sandbox) => string;
  says: string;
}

const withToken = (token: string): string => `/?authToken=${encodeURIComponent(token)}`;

const REFUSED_UNSENT: BadLink[] = [
  {
    name: 'an expired custom token',
    link: (sandbox) => sandbox.createLoginLink(sandbox.accounts.busy, -10),
    says: 'This link has expired.',
  },
  {
    name: 'an expired ID token',
    link: (sandbox) => {
      const claims = idTokenClaims(projectOf(sandbox), sandbox.accounts.busy);
      return withToken(forgedJwt({ ...claims, exp: Math.floor(Date.now() / 1_000) - 10 }));
    },
    says: 'This link has expired.',
  },
  {
    name: 'a damaged token',
    link: (sandbox) =>
      sandbox.createLoginLink(sandbox.accounts.busy).replace(/authToken=(.{40})./, 'authToken=$1!'),
    says: 'This link is damaged.',
  },
  {
    name: 'an ID token of another project',
    link: (sandbox) => withToken(forgedJwt(idTokenClaims('other-project', sandbox.accounts.busy))),
    says: 'This link belongs to another service.',
  },
  {
    name: 'a token with alg "none"',
    link: (sandbox) => withToken(forgedJwt(customTokenClaims(sandbox.accounts.busy), { alg: 'none' })),
    says: 'This link is not signed.',
  },
  {
    name: 'a token with an empty signature',
    link: (sandbox) => withToken(forgedJwt(idTokenClaims(projectOf(sandbox), STRANGER), { signature: '' })),
    says: 'This link is not signed.',
  },
  {
    name: 'two authToken parameters',
    link: (sandbox) => {
      const first = sandbox.createLoginLink(sandbox.accounts.busy);
      const second = new URL(sandbox.createLoginLink(sandbox.accounts.second));
      return `${first}&authToken=${second.searchParams.get('authToken') ?? ''}`;
    },
    says: 'This link names more than one login.',
  },
  {
    name: 'a token of 10 kB',
    link: (sandbox) =>
      withToken(forgedJwt({ ...customTokenClaims(sandbox.accounts.busy), filler: 'x'.repeat(7_300) })),
    says: 'This link is far too long.',
  },
  {
    name: 'a token of an unknown issuer',
    link: (sandbox) =>
      withToken(forgedJwt({ ...idTokenClaims(projectOf(sandbox), STRANGER), iss: 'https://evil.example/' })),
    says: 'This link was made by someone unknown.',
  },
];

for (const { name, link, says } of REFUSED_UNSENT)
  test(`S5: ${name} is refused with its own message and nothing is sent`, async ({
    page,
    sandbox,
    network,
  }) => {
    const landing = await LinkLanding.open(page, link(sandbox));
    await expect(landing.problem).toContainText(says);
    await expect(landing.signInButton).toHaveCount(0);
    await network.idle(page);
    expect(asked(network, sandbox)).toEqual([]);
    expect(page.url()).not.toContain('authToken');
  });

test('S5: garbage is asked about once, refused with a message, and nothing is sent to Laso', async ({
  page,
  sandbox,
  network,
}) => {
  const landing = await LinkLanding.open(page, '/?authToken=not-a-token');
  await landing.press();
  await expect(landing.problem).toContainText('This link has been used already or is not valid.');
  expect(asked(network, sandbox)).toEqual(['/redeem-code']);
});

test('S5: a token forged with the right words is refused by the identity service and nothing is sent to Laso', async ({
  page,
  sandbox,
  network,
}) => {
  const landing = await LinkLanding.open(
    page,
    withToken(forgedJwt(customTokenClaims(sandbox.accounts.busy))),
  );
  await landing.press();
  await expect(landing.problem).toContainText('This link has been used already or is not valid.');
  expect(asked(network, sandbox)).toEqual([EXCHANGE]);
});

for (const [name, claims, says] of [
  [
    'of another project',
    (sandbox: Sandbox) => idTokenClaims('other-project', sandbox.accounts.busy),
    'This link belongs to another service.',
  ],
  [
    'of another account than was shown',
    (sandbox: Sandbox) => idTokenClaims(projectOf(sandbox), STRANGER),
    'The link opened a different account than it named.',
  ],
] as const)
  test(`S5: tokens ${name} that a link gives are dropped`, async ({ page, sandbox, network }) => {
    await page.route(`${sandbox.url}${EXCHANGE}*`, async (route) => {
      const response = await route.fetch();
      const answer: Record<string, unknown> = await response.json();
      await route.fulfill({ response, json: { ...answer, idToken: forgedJwt(claims(sandbox)) } });
    });
    const landing = await LinkLanding.open(page, sandbox.createLoginLink(sandbox.accounts.busy));
    await landing.press();
    await expect(landing.problem).toContainText(says);
    expect(asked(network, sandbox)).toEqual([EXCHANGE]);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}');
  });

for (const [key, link] of [
  ['firebaseApiKey', (sandbox: Sandbox) => sandbox.createLoginLink(sandbox.accounts.busy)],
  [
    'authCodeUrl',
    (sandbox: Sandbox) => `/agent/dashboard/auth?code=${sandbox.tokens.code(sandbox.accounts.busy)}`,
  ],
  ['firebaseProjectId', (sandbox: Sandbox) => sandbox.createLoginLink(sandbox.accounts.busy)],
] as const)
  test(`a link that needs ${key} says that the operator must set it, and stays unused`, async ({
    page,
    sandbox,
    stage,
    network,
  }) => {
    const address = link(sandbox);
    stage.useConfig({ ...sandbox.config, [key]: '' });
    const landing = await LinkLanding.open(page, address);
    await expect(landing.problem).toContainText(`“${key}”`);
    await network.idle(page);
    expect(asked(network, sandbox)).toEqual([]);
    stage.useConfig(sandbox.config);
    const again = await LinkLanding.open(page, address);
    await expect(again.signInButton).toBeVisible();
  });
