import { expect, test } from './fixtures.ts';
import { SignInPage } from './pages/sign-in-page.ts';

const broken = (text: string, width: number): string[] => text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];

const COPIED: [name: string, copied: (link: string) => string][] = [
  ['hard-wrapped at 80', (link) => broken(link, 80).join('\n')],
  ['with CRLF', (link) => broken(link, 80).join('\r\n')],
  [
    'indented by two',
    (link) =>
      broken(link, 78)
        .map((line) => `  ${line}`)
        .join('\n'),
  ],
  [
    'in a box',
    (link) =>
      broken(link, 74)
        .map((line) => `│ ${line.padEnd(74)} │`)
        .join('\n'),
  ],
  ['in a sentence', (link) => broken(`Here is your link (${link}). It works once.`, 80).join('\n')],
  ['as a token alone', (link) => broken(link.slice(link.indexOf('=') + 1), 80).join('\n')],
];

test('F7: a good link is read however a terminal broke it, pasted from the clipboard or filled in', async ({
  page,
  context,
  sandbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const signIn = await SignInPage.open(page);
  const opened = page.getByRole('button', { name: /^Sign in as 0x/ });
  for (const [name, copied] of COPIED) {
    const text = copied(sandbox.createLoginLink(sandbox.accounts.busy));
    await page.evaluate((copy) => navigator.clipboard.writeText(copy), text);
    await signIn.loginLink.focus();
    await page.keyboard.press('ControlOrMeta+V');
    await page.keyboard.press('Enter');
    await expect(opened, `${name}, pasted`).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await signIn.pasteLink(text);
    await expect(opened, `${name}, filled in`).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
  }
  const link = sandbox.createLoginLink(sandbox.accounts.busy);
  await (await signIn.pasteLink(broken(link, 80).join('\r\n'))).signIn();
});

test('F7: a link that lost its last line is refused with a sentence, and nothing is sent', async ({
  page,
  sandbox,
  network,
}) => {
  const signIn = await SignInPage.open(page);
  const link = sandbox.createLoginLink(sandbox.accounts.busy);
  await signIn.pasteLink(broken(link, 80).slice(0, -1).join('\n'));
  await expect(signIn.problem).toContainText('This link is broken into lines');
  await network.idle(page);
  expect(network.requests.filter(({ url }) => url.startsWith(`${sandbox.url}/identity`))).toEqual([]);
});
