import type { Sandbox } from '#sandbox/app.ts';
import { testAccount, testUserId } from '#sandbox/chain/test-accounts.ts';
import { shortAddress } from '#domain/account.ts';
import { expect, test } from './fixtures.ts';
import type { NetworkLog } from './network-log.ts';
import { AccountMenu } from './pages/account-menu.ts';
import type { SandboxWallet } from './pages/sandbox-wallet.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { WalletSignIn } from './pages/wallet-sign-in.ts';

const FIRST = testAccount(1).address;
const messageRequests = (wallet: SandboxWallet) =>
  wallet.calls.filter(({ method }) => method === 'personal_sign');
const asked = (network: NetworkLog) => network.to('/auth', 'GET').length;
const received = (sandbox: Sandbox) => sandbox.chain.usdcBalanceOf(payTo(sandbox));
const payTo = (sandbox: Sandbox) => {
  const address = sandbox.config.networks[0]?.payTo[0];
  if (!address?.startsWith('0x')) throw new Error('The sandbox has no recipient on Base');
  return `0x${address.slice(2)}` as const;
};

test.describe('free, by a signed message', () => {
  test.beforeEach(({ sandbox }) => {
    sandbox.switches.auth = 'siwx';
  });

  test('a Base wallet sees what it signs, signs once, and its account opens', async ({
    page,
    sandbox,
    wallet,
    network,
  }) => {
    const signIn = await WalletSignIn.connect(page);
    const host = new URL(sandbox.url).host;
    await expect(signIn.message).toContainText(
      `${host} wants you to sign in with your Ethereum account:\n${FIRST}`,
    );
    await expect(
      signIn.main.getByText(`may warn that ${host} is not the address of this page`),
    ).toBeVisible();
    expect(messageRequests(wallet)).toEqual([]);
    const shown = await signIn.message.textContent();
    await signIn.sign();
    await expect(new AccountMenu(page).button).toContainText(shortAddress(testUserId(1)));
    const [request, ...more] = messageRequests(wallet);
    expect(Buffer.from(String(request?.params[0]).slice(2), 'hex').toString()).toBe(shown);
    expect(more).toEqual([]);
    expect(wallet.signatureRequests()).toBe(0);
    expect(asked(network)).toBe(2);
    expect(await received(sandbox)).toBe(0n);
  });

  test('before the click no wallet code is fetched and no wallet is asked', async ({ page, network }) => {
    await SignInPage.open(page);
    await network.idle(page);
    const walletCode = async () =>
      (await network.scripts()).filter(({ url }) => url.includes('/wagmi-config-'));
    expect(await walletCode()).toEqual([]);
    expect(asked(network)).toBe(0);
    await page.getByRole('button', { name: 'Base wallet' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sandbox wallet' }).waitFor();
    expect(await walletCode()).toHaveLength(1);
    expect(asked(network)).toBe(0);
  });

  test('a refusal in the wallet is said, and the same message can be signed after all', async ({
    page,
    wallet,
    network,
  }) => {
    const signIn = await WalletSignIn.connect(page);
    await signIn.signInButton.waitFor();
    await wallet.rejectNext();
    await signIn.signInButton.click();
    await expect(signIn.main.getByText('You declined in the wallet')).toBeVisible();
    await signIn.sign();
    expect(asked(network)).toBe(2);
  });

  for (const [what, value] of [
    ['domain', 'evil.example'],
    ['uri', 'https://evil.example/auth'],
    ['issuedAt', '2020-01-01T00:00:00.000Z'],
  ] as const)
    test(`a challenge with another ${what} is shown as one, and the wallet is not asked`, async ({
      page,
      sandbox,
      wallet,
    }) => {
      const patch = { [`extensions.sign-in-with-x.info.${what}`]: value };
      sandbox.faults.add({ route: 'auth', kind: 'changed-challenge', patch });
      const signIn = await WalletSignIn.connect(page);
      await expect(signIn.problem).toContainText('not a sign-in at Laso');
      await expect(signIn.signInButton).toHaveCount(0);
      expect(messageRequests(wallet)).toEqual([]);
    });

  test('a signature Laso refuses is said once, and nothing is asked again by itself', async ({
    page,
    sandbox,
    wallet,
    network,
  }) => {
    const signIn = await WalletSignIn.connect(page);
    await signIn.signInButton.waitFor();
    const answer = await wallet.holdNext();
    await signIn.signInButton.click();
    sandbox.clock.advance(6 * 60_000);
    await answer();
    await expect(signIn.problem).toContainText('Laso did not accept the signature');
    await expect(signIn.tryAgain).toBeVisible();
    expect(asked(network)).toBe(2);
    sandbox.clock.reset();
    await signIn.tryAgain.click();
    await signIn.sign();
    expect(messageRequests(wallet)).toHaveLength(2);
  });

  for (const [what, change, sentence] of [
    [
      'is disconnected',
      (wallet: SandboxWallet) => wallet.disconnect(),
      'locked or disconnected while it was asked',
    ],
    ['is locked', (wallet: SandboxWallet) => wallet.lock(), 'locked or disconnected while it was asked'],
    [
      'changes its account',
      (wallet: SandboxWallet) => wallet.useAccount(1),
      'another account while it was asked',
    ],
  ] as const)
    test(`a wallet that ${what} while it is asked: said, and nothing is sent`, async ({
      page,
      wallet,
      network,
    }) => {
      const signIn = await WalletSignIn.connect(page);
      await signIn.signInButton.waitFor();
      const answer = await wallet.holdNext();
      await signIn.signInButton.click();
      await expect.poll(() => messageRequests(wallet).length).toBe(1);
      await change(wallet);
      await expect(signIn.problem).toContainText(sentence);
      await answer();
      await expect(signIn.problem).toContainText(sentence);
      expect(asked(network)).toBe(1);
    });

  test('a wallet that changed its account before it is asked is not asked', async ({ page, wallet }) => {
    const signIn = await WalletSignIn.connect(page);
    await signIn.signInButton.waitFor();
    await wallet.useAccount(1);
    await signIn.signInButton.click();
    await expect(signIn.problem).toContainText('another account');
    expect(messageRequests(wallet)).toEqual([]);
  });

  test('both accounts are shown when another one is signed in, and both stay', async ({
    page,
    sandbox,
    signIn: byLink,
  }) => {
    await byLink('busy');
    const signIn = await WalletSignIn.connect(page);
    await expect(
      signIn.main.getByRole('status').filter({ hasText: 'currently signed in to another account' }),
    ).toContainText(sandbox.accounts.busy);
    await expect(
      signIn.main.getByRole('status').filter({ hasText: 'currently signed in to another account' }),
    ).toContainText(FIRST);
    await signIn.sign();
    const menu = await AccountMenu.open(page);
    await expect(menu.item(shortAddress(sandbox.accounts.busy))).toBeVisible();
    await expect(menu.item(shortAddress(testUserId(1)))).toBeVisible();
  });
});
