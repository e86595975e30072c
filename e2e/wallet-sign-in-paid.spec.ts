import type { Sandbox } from '#sandbox/app.ts';
import { expect, test } from './fixtures.ts';
import { PaymentsPage } from './pages/payments-page.ts';
import { WalletSignIn } from './pages/wallet-sign-in.ts';

const received = (sandbox: Sandbox) => sandbox.chain.usdcBalanceOf(payTo(sandbox));
const payTo = (sandbox: Sandbox) => {
  const address = sandbox.config.networks[0]?.payTo[0];
  if (!address?.startsWith('0x')) throw new Error('The sandbox has no recipient on Base');
  return `0x${address.slice(2)}` as const;
};

test.describe('paid, where Laso does not offer it free', () => {
  test('$0.001 is shown, then paid once, and the account opens', async ({ page, sandbox, wallet }) => {
    const signIn = await WalletSignIn.connect(page);
    await expect(signIn.payButton).toHaveText('Pay 0.001 USDC');
    await expect(signIn.main.getByRole('region', { name: 'Review' })).toContainText(payTo(sandbox), {
      ignoreCase: true,
    });
    expect(wallet.signatureRequests()).toBe(0);
    await signIn.pay();
    expect(wallet.signatureRequests()).toBe(1);
    expect(await received(sandbox)).toBe(1_000n);
    const payments = await PaymentsPage.open(page);
    await expect(payments.withOutcome('Paid')).toHaveCount(1);
  });

  test('a refusal in the wallet pays nothing and leads back to the review', async ({
    page,
    sandbox,
    wallet,
  }) => {
    const signIn = await WalletSignIn.connect(page);
    await signIn.payButton.waitFor();
    await wallet.rejectNext();
    await signIn.payButton.click();
    await expect(signIn.main.getByText('You declined in the wallet')).toBeVisible();
    await expect(signIn.payButton).toBeVisible();
    expect(await received(sandbox)).toBe(0n);
  });

  test('a wallet on another network is asked to change first', async ({ page, wallet }) => {
    const signIn = await WalletSignIn.connect(page);
    await signIn.payButton.waitFor();
    await wallet.setChain(1);
    await signIn.pay();
    expect(wallet.calls.filter(({ method }) => method === 'wallet_switchEthereumChain')).toHaveLength(1);
  });

  test('an answer lost after paying is unknown: no second Pay button', async ({ page, sandbox, wallet }) => {
    sandbox.faults.add({ route: 'auth', kind: 'drop-after-settlement' });
    const signIn = await WalletSignIn.connect(page);
    await signIn.payButton.click();
    await expect(signIn.problem).toContainText('not known yet whether the sign-in was paid');
    await expect(signIn.payButton).toHaveCount(0);
    expect(wallet.signatureRequests()).toBe(1);
  });

  test('another recipient, or more than a cent, is not paid', async ({ page, sandbox, wallet }) => {
    sandbox.faults.add({ route: 'auth', kind: 'changed-challenge', times: 2, patch: { amount: '20000' } });
    const signIn = await WalletSignIn.connect(page);
    await expect(signIn.problem).toContainText('not the price of a sign-in');
    await expect(signIn.payButton).toHaveCount(0);
    expect(wallet.signatureRequests()).toBe(0);
  });
});
