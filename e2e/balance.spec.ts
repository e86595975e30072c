import { getAddress } from 'viem';
import { expect, test } from './fixtures.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { BalancePage } from './pages/balance-page.ts';
import { MainNavigation } from './pages/main-navigation.ts';

const POLL_MS = 11_000;

test('balance, deposits and the whole destination; a withdrawal to the cent, followed until the money is in the wallet', async ({
  page,
  sandbox,
  network,
  openAs,
}) => {
  await page.clock.install();
  const owner = getAddress(sandbox.accounts.busy);
  const balance = await openAs('busy', BalancePage);
  await expect(balance.fact('Available balance')).toHaveText('$41.27');
  await expect(balance.fact('Total deposits')).toHaveText('$196.40');
  await expect(balance.fact('Destination')).toContainText(owner);
  await expect(balance.rows).toHaveCount(2);
  await expect(balance.rows).toContainText([/Completed.*\$35\.13/, /Completed.*\$120\.00/]);
  const before = await sandbox.chain.usdcBalanceOf(owner);

  await balance.ask('7.29');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(owner);
  await expect(dialog).toContainText('7.29 USDC');
  await expect(dialog).toContainText('$33.98');
  expect(network.to('/withdraw')).toHaveLength(0);
  await balance.confirmButton.click();
  await expect(balance.main).toContainText('$7.29 is on its way to the wallet.');
  await expect(balance.fact('Available balance')).toHaveText('$33.98');
  await expect(balance.rows.first()).toContainText(/Pending.*\$7\.29/);
  const [sent] = network.to('/withdraw', 'POST');
  expect(sent?.request.postData()).toBe('{"amount":7.29}');

  sandbox.clock.advance(60_000);
  await page.clock.fastForward(POLL_MS);
  await expect(balance.rows.first()).toContainText('Completed');
  expect(await sandbox.chain.usdcBalanceOf(owner)).toBe(before + 7_290_000n);
  const [made] = sandbox.store.withdrawals.of(sandbox.accounts.busy);
  const link = balance.rows.first().getByRole('link', { name: 'See the transaction' });
  await expect(link).toHaveAttribute('href', `${sandbox.url}/explorer/tx/${made?.transaction}`);
  await expect(link).toHaveAttribute('rel', /noopener noreferrer/);
  // Final: nothing is asked any more.
  const asked = network.to('/get-withdrawal-status').length;
  await page.clock.fastForward(6 * POLL_MS);
  expect(network.to('/get-withdrawal-status')).toHaveLength(asked);
});

test('one that fails says so, and the money is back on the balance; an unknown state is shown in Laso’s word', async ({
  page,
  sandbox,
  openAs,
}) => {
  await page.clock.install();
  const balance = await openAs('second', BalancePage);
  sandbox.store.withdrawals.plan = { takesMs: 60_000, outcome: 'failed' };
  await balance.withdraw('12');
  await expect(balance.fact('Available balance')).toHaveText('$0.00');
  await expect(balance.main).toContainText('There is nothing to withdraw.');
  sandbox.clock.advance(60_000);
  await page.clock.fastForward(POLL_MS);
  await expect(balance.rows).toContainText([/Failed.*\$12\.00/]);
  await expect(balance.fact('Available balance')).toHaveText('$12.00');

  sandbox.store.withdrawals.plan = { takesMs: 0, outcome: 'awaiting review' };
  await balance.withdraw('0.01');
  await expect(balance.rows.first()).toContainText(/awaiting review.*\$0\.01/);
});

test('limits are checked before any request, and no balance at all is $0.00', async ({ openAs, network }) => {
  const balance = await openAs('second', BalancePage);
  await expect(balance.fact('Available balance')).toHaveText('$12.00');
  for (const [dollars, sentence] of [
    ['12.01', 'That is more than the balance, $12.00.'],
    ['0', 'The least that can be withdrawn is $0.01.'],
    ['1.005', 'without separators for thousands'],
    ['', 'Enter an amount in dollars and cents'],
  ] as const) {
    await balance.amount.fill(dollars);
    await balance.withdrawButton.click();
    await expect(balance.main).toContainText(sentence);
  }
  expect(network.to('/withdraw')).toHaveLength(0);
});

test('an account without a balance (404) has $0.00 and nothing to withdraw', async ({ openAs }) => {
  const balance = await openAs('firstDay', BalancePage);
  await expect(balance.fact('Available balance')).toHaveText('$0.00');
  await expect(balance.fact('Total deposits')).toHaveText('$0.00');
  await expect(balance.main).toContainText('No withdrawals yet');
  await expect(balance.withdrawButton).toBeDisabled();
});

test('each refusal is its own sentence, with Laso’s words, and a minute later nothing is withdrawn', async ({
  page,
  sandbox,
  openAs,
}) => {
  await page.clock.install();
  const balance = await openAs('second', BalancePage);
  const alert = balance.main.getByRole('alert');
  const account = sandbox.store.account(sandbox.accounts.second);

  await balance.ask('12');
  // Spent elsewhere meanwhile.
  if (account.balance) account.balance.cents = 1_150;
  await balance.confirmButton.click();
  await expect(alert).toContainText('Laso did not accept this withdrawal.');
  await expect(alert).toContainText('The balance does not cover this. It holds $11.50');
  await expect(balance.fact('Available balance')).toHaveText('$11.50');
  await page.clock.fastForward(61_000);
  await expect(alert).toContainText('Nothing was withdrawn.');

  const refusals = [
    ['expired-token', 'Laso did not accept this session.'],
    ['not-found', 'Laso answered that this account has no balance to withdraw from.'],
    ['frozen', 'Laso has frozen this account.'],
  ] as const;
  for (const [kind, sentence] of refusals) {
    sandbox.faults.add({ route: 'withdraw', kind });
    await balance.withdraw('1');
    await expect(alert).toContainText(sentence);
    await page.clock.fastForward(61_000);
    await expect(alert).toContainText('Nothing was withdrawn.');
  }
  expect(sandbox.store.withdrawals.of(sandbox.accounts.second)).toEqual([]);
});

test('a frozen account says so and offers no withdrawal', async ({ page, sandbox, signIn }) => {
  await signIn('second');
  sandbox.store.account(sandbox.accounts.second).frozenMessage = 'Under review until Friday.';
  await page.goto('/balance');
  const main = page.getByRole('main');
  await expect(main.getByRole('alert')).toContainText('Under review until Friday.');
  await expect(main.getByRole('button', { name: 'Withdraw', exact: true })).toHaveCount(0);
});

test('with all accounts on screen one is chosen, and its own balance and wallet are shown', async ({
  page,
  sandbox,
  signIn,
}) => {
  await signIn('busy');
  await signIn('second');
  await (await AccountMenu.open(page)).chooseAccount(/^All accounts$/);
  const balance = await new MainNavigation(page).balance();
  const choice = balance.main.getByRole('combobox', { name: 'Account' });
  await expect(balance.fact('Available balance')).toHaveText('$12.00');
  await choice.selectOption(sandbox.accounts.busy);
  await expect(balance.fact('Available balance')).toHaveText('$41.27');
  await expect(balance.fact('Destination')).toContainText(getAddress(sandbox.accounts.busy));
  await balance.withdraw('1');
  await expect(balance.main).toContainText('$1.00 is on its way to the wallet.');
  expect(sandbox.store.withdrawals.of(sandbox.accounts.second)).toEqual([]);
});
