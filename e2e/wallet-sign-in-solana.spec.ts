import type { Page } from '@playwright/test';
import { shortAddress } from '#domain/account.ts';
import { expect, test } from './fixtures.ts';
import type { NetworkLog } from './network-log.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import type { SandboxWallet } from './pages/sandbox-wallet.ts';
import { WalletSignIn } from './pages/wallet-sign-in.ts';

const asked = (network: NetworkLog) => network.to('/auth', 'GET').length;

test.describe('with a Solana wallet', () => {
  const SOLANA = { network: 'Solana' } as const;
  const solanaMessages = (wallet: SandboxWallet) =>
    wallet.calls.filter(({ method }) => method === 'solana:signMessage');
  const firstAddress = (page: Page) =>
    page.evaluate((): string => window.sandboxWallet?.solana.accounts[0] ?? '');

  test('free: it sees what it signs, signs once, and its account opens under its address in lower case', async ({
    page,
    sandbox,
    wallet,
    network,
  }) => {
    sandbox.switches.auth = 'siwx';
    const signIn = await WalletSignIn.connect(page, SOLANA);
    const address = await firstAddress(page);
    const host = new URL(sandbox.url).host;
    await expect(signIn.message).toContainText(
      `${host} wants you to sign in with your Solana account:\n${address}`,
    );
    await signIn.sign();
    await expect(new AccountMenu(page).button).toContainText(shortAddress(address.toLowerCase()));
    expect(solanaMessages(wallet)).toHaveLength(1);
    expect(wallet.calls.filter(({ method }) => method === 'solana:signTransaction')).toEqual([]);
    expect(asked(network)).toBe(2);
  });

  test('a refusal in the wallet is said, and the same message can be signed after all', async ({
    page,
    sandbox,
    network,
  }) => {
    sandbox.switches.auth = 'siwx';
    const signIn = await WalletSignIn.connect(page, SOLANA);
    await signIn.signInButton.waitFor();
    await page.evaluate(() => window.sandboxWallet?.solana.rejectNext());
    await signIn.signInButton.click();
    await expect(signIn.main.getByText('You declined in the wallet')).toBeVisible();
    await signIn.sign();
    expect(asked(network)).toBe(2);
  });

  for (const [what, change, sentence] of [
    ['is locked', (page: Page) => page.evaluate(() => window.sandboxWallet?.solana.lock()), 'locked'],
    [
      'changes its account',
      (page: Page) => page.evaluate(() => window.sandboxWallet?.solana.useAccount(1)),
      'another account',
    ],
  ] as const)
    test(`a wallet that ${what} while it is asked: said, and nothing is sent`, async ({
      page,
      sandbox,
      wallet,
      network,
    }) => {
      sandbox.switches.auth = 'siwx';
      const signIn = await WalletSignIn.connect(page, SOLANA);
      await signIn.signInButton.waitFor();
      await page.evaluate(() => window.sandboxWallet?.solana.delayNext(new Promise(() => {})));
      await signIn.signInButton.click();
      await expect.poll(() => solanaMessages(wallet).length).toBe(1);
      await change(page);
      await expect(signIn.problem).toContainText(sentence);
      expect(asked(network)).toBe(1);
    });

  test('paid: $0.001 once', async ({ page, wallet }) => {
    const signIn = await WalletSignIn.connect(page, SOLANA);
    await expect(signIn.payButton).toHaveText('Pay 0.001 USDC');
    await signIn.pay();
    expect(wallet.calls.filter(({ method }) => method === 'solana:signTransaction')).toHaveLength(1);
    const payments = await PaymentsPage.open(page);
    await expect(payments.withOutcome('Paid')).toHaveCount(1);
  });
});
