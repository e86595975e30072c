import { PAY_TO } from '#sandbox/chain/base-chain.ts';
import { expect, test } from './fixtures.ts';

/**
 * The journey of the README: login link, what the agent spent, an order of $50 with a Base wallet, the card
 * becoming ready, its number.
 */
test('a newcomer signs in, orders a card of $50, sees it become ready and reads its number', async ({
  page,
  sandbox,
  signIn,
  wallet,
  network,
}) => {
  const before = await sandbox.chain.usdcBalanceOf(PAY_TO);
  const overview = await signIn('busy');
  await expect(overview.page.getByText(/\. \$[\d,.]+ is left on \d+ cards/)).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Order card' }).click();
  await page.getByRole('textbox', { name: 'Amount' }).fill('50');
  await page.getByRole('button', { name: 'Review order' }).click();
  const review = page.getByRole('region', { name: 'Review' });
  await review.getByRole('button', { name: 'Connect wallet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sandbox wallet' }).click();
  await review.getByRole('button', { name: 'Pay 50.00 USDC' }).click();

  const receipt = page.getByRole('region', { name: 'Receipt' });
  const href = await receipt.locator('a[href*="/tx/0x"]').getAttribute('href', { timeout: 20_000 });
  const hash = /0x[0-9a-f]{64}/.exec(href ?? '')?.[0];
  if (!hash?.startsWith('0x')) throw new Error('The receipt names no transaction');
  const mined = await sandbox.chain.publicClient.getTransactionReceipt({ hash: `0x${hash.slice(2)}` });
  expect(mined.status).toBe('success');
  expect(wallet.signatureRequests()).toBe(1);
  expect((await sandbox.chain.usdcBalanceOf(PAY_TO)) - before).toBe(50_000_000n);

  await receipt.getByRole('link', { name: 'Open the card' }).click();
  await expect(page.getByRole('main').getByText('Pending', { exact: true })).toBeVisible();
  sandbox.clock.advance(11_000);
  await expect(page.getByRole('main').getByText('Ready', { exact: true })).toBeVisible();
  const polls = network.to('/get-card-data').length;

  await page.getByRole('button', { name: 'Reveal card number' }).click();
  await expect(page.getByText(/4111 11\d\d \d{4} \d{4}/)).toBeVisible();
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByText(/4111 11\d\d/)).toHaveCount(0);
  // One request for the number, and none of the polling any more.
  expect(network.to('/get-card-data').length).toBeLessThanOrEqual(polls + 1);
});
