import { expect, test as base } from './fixtures.ts';
import { Gateway, type GatewayAnswer } from './gateway.ts';
import { BalancePage } from './pages/balance-page.ts';

/** The page's API is behind a reverse proxy. */
const test = base.extend<{ gateway: Gateway }>({
  gateway: async ({ sandbox, stage }, provide) => {
    const gateway = await Gateway.before(sandbox.url);
    stage.useConfig({ ...sandbox.config, apiBaseUrl: gateway.url });
    await provide(gateway);
    await gateway.close();
  },
});

const ANSWERS: GatewayAnswer[] = [
  { status: 403, body: 'own' },
  { status: 404, body: 'own' },
  { status: 401, body: 'html' },
  { status: 404, body: 'html' },
];

for (const answer of ANSWERS)
  test(`A2: a gateway that cuts the connection and then answers ${answer.status} (${answer.body}) to everything: one withdrawal, never called none`, async ({
    page,
    sandbox,
    gateway,
    problems,
    openAs,
  }) => {
    const made = () => sandbox.store.withdrawals.of(sandbox.accounts.second);
    await page.clock.install();
    const balance = await openAs('second', BalancePage);
    await balance.ask('5');
    gateway.arm(answer);
    gateway.isLagging = true;
    await balance.confirmButton.click();
    const notice = balance.main.getByText(/It is not known yet whether \$5\.00|went out is not certain yet/);
    await expect(notice).toBeVisible();
    // The browser itself has sent it again.
    expect([gateway.arrived, gateway.passedOn, made().length]).toEqual([2, 1, 1]);
    await expect(balance.main).not.toContainText('Nothing was withdrawn');
    await expect(balance.fact('Available balance')).not.toHaveText('$0.00');
    await expect(balance.withdrawButton).toBeDisabled();

    gateway.recover();
    await page.clock.fastForward(20_000);
    await page.reload();
    await expect(notice).toBeVisible();
    await expect(balance.main).not.toContainText('No withdrawals yet');
    await expect(balance.withdrawButton).toBeDisabled();
    // Late, and the history still does not list it: the balance does.
    await page.clock.fastForward(61_000);
    await expect(balance.main).toContainText('the balance is lower than before: it may be on its way');
    await expect(balance.main).not.toContainText('Nothing was withdrawn');
    await expect(balance.withdrawButton).toBeDisabled();

    gateway.isLagging = false;
    await balance.main.getByRole('button', { name: 'Look again' }).click();
    await expect(balance.rows).toHaveCount(1);
    await expect(balance.main.getByRole('alert')).toHaveCount(0);
    await expect(balance.withdrawButton).toBeEnabled();
    expect([gateway.arrived, gateway.passedOn, made().length]).toEqual([2, 1, 1]);
    // The refused and cut requests that this test is about.
    problems.length = 0;
  });

test('A2: a refusal that history and balance confirm a minute later says so; what turns up after all is said loudly', async ({
  page,
  sandbox,
  gateway,
  openAs,
}) => {
  await page.clock.install();
  const balance = await openAs('second', BalancePage);
  const alert = balance.main.getByRole('alert');
  sandbox.faults.add({ route: 'withdraw', kind: 'refused', status: 403, message: 'Blocked' });
  await balance.withdraw('5');
  await expect(alert).toContainText('Laso refused this withdrawal.');
  await expect(alert).toContainText(
    /checking Laso’s history and the balance until \d\d:\d\d:\d\d at the earliest/,
  );
  await page.clock.fastForward(61_000);
  await expect(alert).toContainText('Nothing was withdrawn.');
  await expect(balance.withdrawButton).toBeEnabled();
  expect(gateway.passedOn).toBe(1);

  const owner = sandbox.accounts.second;
  sandbox.store.withdrawals.add({ owner, amountCents: 500, address: owner });
  await page.reload();
  await expect(alert).toContainText('may have been withdrawn after all');
  await alert.getByRole('button', { name: 'I have seen it' }).click();
  await expect(alert).toHaveCount(0);
});
