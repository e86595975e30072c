import { getAddress } from 'viem';
import { solanaTestSigner } from '#sandbox/chain/solana-accounts.ts';
import type { Sandbox } from '#sandbox/app.ts';
import { expect, test } from './fixtures.ts';
import { BalancePage } from './pages/balance-page.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { SolanaWallet } from './pages/solana-wallet.ts';

const stray = (sandbox: Sandbox, reportedAddress: string) => {
  sandbox.store.withdrawals.plan = { takesMs: 0, outcome: 'completed', reportedAddress };
};

test('a destination that differs from the account’s wallet is an alert, and the next withdrawal needs a word of its own', async ({
  page,
  sandbox,
  openAs,
}) => {
  const other = getAddress('0x00000000000000000000000000000000000bad00');
  const balance = await openAs('second', BalancePage);
  stray(sandbox, other);
  await balance.withdraw('1');
  const alert = balance.main.getByRole('alert');
  await expect(alert).toContainText('Laso lists a withdrawal to a wallet that is not this account’s.');
  await expect(alert).toContainText(other);
  await expect(alert).toContainText('agents+support@laso.finance');
  await expect(alert).not.toContainText('looks alike');
  await expect(balance.rows.first()).toContainText('another wallet');

  await balance.ask('1');
  await expect(page.getByRole('dialog')).toContainText(
    'Laso reported another wallet for an earlier withdrawal.',
  );
  await expect(balance.confirmButton).toBeDisabled();
  await page.getByRole('checkbox', { name: 'I understand, and want it sent anyway' }).check();
  await balance.confirmButton.click();
  await expect(balance.rows).toHaveCount(2);
});

test('an address that only looks like the account’s is called what it is', async ({ sandbox, openAs }) => {
  const owner = sandbox.accounts.second;
  const alike = `${owner.slice(0, 8)}${'7'.repeat(28)}${owner.slice(-6)}`;
  const balance = await openAs('second', BalancePage);
  stray(sandbox, alike);
  await balance.withdraw('1');
  const alert = balance.main.getByRole('alert');
  await expect(alert).toContainText(alike);
  await expect(alert).toContainText('starts and ends like yours but is a different one');
  await expect(balance.fact('Destination')).toContainText(getAddress(owner));
});

test('a link from Laso to anything but the configured explorer is not a link', async ({ page, openAs }) => {
  const one = (id: string, more: object) => ({
    id,
    amount: 1,
    state: 'completed',
    network: 'OTHER',
    timestamp: 1_700_000_000_000,
    ...more,
  });
  await page.route(/\/get-withdrawal-status(\?|$)/, (route) =>
    route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: {
        withdrawals: [
          one('a', { tx_hash: '0xabc', tx_url: 'https://evil.example/tx/0xabc' }),
          one('b', { tx_hash: '<img src=x onerror=alert(1)>', tx_url: 'javascript:alert(1)' }),
        ],
      },
    }),
  );
  const balance = await openAs('second', BalancePage);
  await expect(balance.rows).toHaveCount(2);
  await expect(balance.withdrawals.getByRole('link')).toHaveCount(0);
  await expect(balance.withdrawals).toContainText('0xabc');
  await expect(balance.withdrawals.locator('img')).toHaveCount(0);
});

test('on Solana a withdrawal names the address: it is confirmed once more before, known afterwards, and the money arrives', async ({
  page,
  sandbox,
}) => {
  const { address } = await solanaTestSigner(0);
  const account = address.toLowerCase();
  sandbox.store.credit(account, 2_000);
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(account));
  await landing.signIn();
  const balance = await BalancePage.open(page);
  await expect(balance.fact('Destination')).toContainText('Laso has not told us the address');
  await expect(balance.fact('Destination')).toContainText('agents+support@laso.finance');
  await expect(balance.fact('Destination')).not.toContainText(account);

  const before = (await sandbox.solana?.usdcBalanceOf(address)) ?? 0n;
  sandbox.store.withdrawals.plan = { takesMs: 0, outcome: 'completed' };
  await balance.ask('0.01');
  await expect(page.getByRole('dialog')).toContainText('Laso has not told us the address');
  await expect(balance.confirmButton).toBeDisabled();
  await page.getByRole('checkbox', { name: 'I understand, and want it sent anyway' }).check();
  await balance.confirmButton.click();
  await expect(balance.rows).toContainText([/Completed/]);
  await expect(balance.fact('Destination')).toContainText(address);
  await expect(balance.main.getByRole('alert')).toHaveCount(0);
  expect(await sandbox.solana?.usdcBalanceOf(address)).toBe(before + 10_000n);
  await balance.ask('1');
  await expect(page.getByRole('dialog')).toContainText(address);
  await expect(balance.confirmButton).toBeEnabled();
});

test('on Solana the owner’s own wallet tells the address, without signing; another account’s wallet is refused', async ({
  page,
  sandbox,
  wallet,
}) => {
  const { address } = await solanaTestSigner(0);
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(address.toLowerCase()));
  await landing.signIn();
  const balance = await BalancePage.open(page);
  const solana = new SolanaWallet(page, wallet.calls);
  await solana.useAccount(1);
  await balance.main.getByRole('button', { name: 'Show it with my wallet' }).click();
  const pick = page.getByRole('dialog').getByRole('button', { name: 'Sandbox wallet' });
  await pick.click();
  await expect(balance.main).toContainText('The connected wallet belongs to another account.');
  await expect(balance.fact('Destination')).toContainText('Laso has not told us the address');
  await solana.useAccount(0);
  await expect(balance.fact('Destination')).toContainText(address);
  await expect(balance.fact('Destination')).toContainText('Your own wallet');
  expect(solana.signatureRequests()).toBe(0);
});
