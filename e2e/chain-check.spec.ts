import { AxeBuilder } from '@axe-core/playwright';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { formatUsdc } from '#domain/money.ts';
import type { Sandbox } from '#sandbox/app.ts';
import { seedChainPayments } from '#sandbox/scenarios/chain-payments.ts';
import { readStores } from './browser-stores.ts';
import { expect, test } from './fixtures.ts';
import { NodeWatch } from './node-watch.ts';
import { AccountMenu } from './pages/account-menu.ts';
import { ChainCheck } from './pages/chain-check.ts';
import { LinkLanding } from './pages/link-landing.ts';
import { NeedsAttention } from './pages/needs-attention.ts';
import type { Page } from '@playwright/test';

/**
 * An agent that no other test has seen, with payments on the chain, and as many empty blocks after them as
 * asked for.
 */
async function signInAsPayer(page: Page, sandbox: Sandbox, blocks: number) {
  const { address } = privateKeyToAccount(generatePrivateKey());
  await sandbox.chain.fund(address, 1_000_000_000n);
  const paid = await seedChainPayments(sandbox, address.toLowerCase());
  await sandbox.chain.mine(blocks);
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(address.toLowerCase()));
  await landing.signIn();
  return { address, paid, check: await ChainCheck.near(page) };
}

test('an unmatched payment on the local chain is found, with time, amount and transaction; cards, orders and sign-ins are matched', async ({
  page,
  sandbox,
  network,
}) => {
  const { address, paid, check } = await signInAsPayer(page, sandbox, 1);
  await check.button.click();
  await expect(check.unmatched).toHaveCount(1);
  const { transaction, atomic } = paid.unmatched;
  await expect(check.region).toContainText(
    `1 payment to Laso, ${formatUsdc(atomic)} USDC, matches no known order or sign-in.`,
  );
  await expect(check.unmatched).toContainText(String(new Date(paid.unmatched.atMs).getFullYear()));
  await expect(check.region.getByRole('link', { name: /0x/ })).toHaveAttribute(
    'href',
    `${sandbox.url}/explorer/tx/${transaction}`,
  );
  await expect(check.fact(`Paid to Laso, ${paid.matchedCount + 1} payments`)).toHaveText(
    `${formatUsdc(paid.matchedAtomic + atomic)} USDC`,
  );
  await expect(check.fact('Matched to 3 cards')).toHaveText('344.34 USDC');
  await expect(check.fact('Matched to 1 sign-in')).toHaveText('0.001 USDC');
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' '))}`)).toEqual(
    [],
  );
  const left = await sandbox.chain.usdcBalanceOf(address);
  await expect(check.fact('In the agent’s own wallet')).toHaveText(`${formatUsdc(left)} USDC`);

  const scripts = (await network.scripts()).filter(({ url }) => !url.includes('__sandbox'));
  expect(scripts.length).toBeGreaterThan(3);
  for (const { url } of scripts) {
    const text = await (await page.request.get(url)).text();
    expect(text.match(/eip6963|eth_signTypedData|TransferWithAuthorization/i)?.[0], url).toBeUndefined();
  }

  const attention = new NeedsAttention(page);
  const found = attention.region.getByRole('listitem').filter({
    hasText: `A payment of ${formatUsdc(atomic)} USDC to Laso matches no known order or sign-in.`,
  });
  await expect(found).toHaveCount(1);

  await page.reload();
  await expect(found).toHaveCount(1);
  await found.getByRole('button', { name: 'Evidence' }).click();
  const behind = attention.region.getByRole('list', { name: 'Payments behind this' });
  await expect(behind).toContainText(`${formatUsdc(atomic)} USDC`);
  await expect(behind.getByRole('link')).toHaveAttribute('href', `${sandbox.url}/explorer/tx/${transaction}`);
  await ChainCheck.near(page);
  await expect(check.unmatched).toHaveCount(1);
  expect((await readStores(page)).indexedDB).toContain(transaction);
  await (await AccountMenu.open(page)).signOut();
  await expect.poll(async () => (await readStores(page)).indexedDB).not.toContain(transaction);
});

test('cards bought after the page read its list are no unmatched payments: the check reads the cards again at its end', async ({
  page,
  sandbox,
}) => {
  const { address } = privateKeyToAccount(generatePrivateKey());
  await sandbox.chain.fund(address, 1_000_000_000n);
  const landing = await LinkLanding.open(page, sandbox.createLoginLink(address.toLowerCase()));
  await landing.signIn();
  const check = await ChainCheck.near(page);
  await expect(page.getByText('No cards yet')).toBeVisible();
  await seedChainPayments(sandbox, address.toLowerCase());
  await check.button.click();
  await expect(check.unmatched).toHaveCount(1);
  await expect(check.fact('Matched to 3 cards')).toHaveText('344.34 USDC');
});

test('a check that was canceled goes on after a reload where it stopped, in ranges the node allows', async ({
  page,
  sandbox,
}) => {
  const BLOCKS = 400;
  const node = await NodeWatch.of(page, sandbox.rpcUrl);
  node.longest = 25;
  node.answerOnly(11);
  const { paid, check } = await signInAsPayer(page, sandbox, BLOCKS);
  await check.button.click();
  await expect.poll(() => node.answered.length).toBe(11);
  await expect(check.progress).toHaveAttribute('aria-valuetext', /blocks, 0 payments so far/);
  await check.cancelButton.click();
  await expect(check.region).toContainText(/Stopped at [1-9]\d?%/);
  expect(node.refusals).toBeGreaterThan(3);
  const first = node.answeredBlocks;
  expect(first).toBeGreaterThan(100);

  await page.reload();
  await ChainCheck.near(page);
  await expect(check.region).toContainText(/Stopped at [1-9]\d?%/);
  node.answered = [];
  node.answerAll();
  await check.continueButton.click();
  await expect(check.unmatched).toHaveCount(1);
  await expect(check.button).toBeVisible();
  await expect(check.fact(`Paid to Laso, ${paid.matchedCount + 1} payments`)).toBeVisible();
  const head = Number(await sandbox.chain.publicClient.getBlockNumber());
  // The newest 64 blocks are read again, for they can still change.
  expect(node.answeredBlocks).toBeLessThan(head - (first - 64) + 20);

  node.answered = [];
  await check.button.click();
  await expect.poll(() => node.answeredBlocks).toBeGreaterThan(0);
  await expect(check.button).toBeVisible();
  expect(node.answeredBlocks).toBeLessThan(100);
  await expect(check.unmatched).toHaveCount(1);
});

test('a node that is down is said, nothing is lost, and the check goes on when it is back', async ({
  page,
  sandbox,
}) => {
  await page.clock.install();
  const node = await NodeWatch.of(page, sandbox.rpcUrl);
  const { check } = await signInAsPayer(page, sandbox, 1);
  node.down = true;
  await check.button.click();
  await expect(check.progress).toBeVisible();
  // The back-off of several tries, without waiting for it.
  await expect
    .poll(async () => {
      await page.clock.runFor(4_000);
      return check.problem.count();
    })
    .toBe(1);
  await expect(check.problem).toContainText('No Base node answers');
  await expect(check.problem).toContainText('moves no money');
  node.down = false;
  await check.button.click();
  await expect(check.unmatched).toHaveCount(1);
  await expect(check.problem).toHaveCount(0);
});

test('without an RPC the page says which key the operator has to set', async ({
  page,
  sandbox,
  stage,
  signIn,
}) => {
  const networks = sandbox.config.networks.map((one) => ({ ...one, rpcUrl: '' as const }));
  stage.useConfig({ ...sandbox.config, networks });
  await signIn('firstDay');
  const check = await ChainCheck.near(page);
  await check.button.click();
  await expect(check.problem).toContainText('networks[eip155:8453].rpcUrl');
});
