import type { Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import type { Shot } from './supervisor-pictures.ts';

/**
 * What a buyer sees: gift cards, transfers, balance, merchants; each also empty and failing. Starts on a
 * login link's page.
 */
export async function walkBuyer(page: Page, sandbox: Sandbox, shot: Shot): Promise<void> {
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.getByText('Account balance').waitFor();
  await balance(page, sandbox, shot);
  await merchants(page, sandbox, shot);
  // Paying brings the wallet's own account to the screen, which has no balance.
  await giftCards(page, sandbox, shot);
  await transfers(page, shot);
}

async function giftCards(page: Page, sandbox: Sandbox, shot: Shot): Promise<void> {
  await page.goto('/gift-cards/purchased');
  await page.getByText('No gift cards yet').waitFor();
  await shot('purchased-empty');
  await page.goto('/gift-cards');
  await page.getByRole('link', { name: /^Amazon/ }).waitFor();
  await settled(page);
  await shot('catalogue');
  const search = page.getByRole('searchbox', { name: 'Search gift cards' });
  await search.fill('nothing like it');
  await page.getByText('No gift card matches.').waitFor();
  await shot('catalogue-empty');
  sandbox.faults.add({ route: 'search-gift-cards', kind: 'rate-limited', ms: 42_000, times: 9 });
  await search.fill('amazon');
  await page.getByRole('alert').waitFor();
  await settled(page);
  await shot('catalogue-error');
  sandbox.faults.clear();
  await page.goto('/gift-cards/zalando-de');
  await page.getByRole('button', { name: 'Review order' }).click();
  await page.getByText('Enter an amount').waitFor();
  await shot('product-range', true);
  await page.goto('/gift-cards/steam-us');
  await page.getByRole('radio', { name: '$24.99' }).check();
  await shot('product', true);
  await payReviewed(page, shot, 'gift');
  await page.getByRole('region', { name: 'Redemption' }).waitFor();
  await shot('gift-receipt', true);
  await page.getByRole('button', { name: 'Reveal code' }).click();
  await page.getByRole('button', { name: 'Hide' }).waitFor();
  await shot('gift-code', true);
  await page.getByRole('button', { name: 'I have saved it' }).click();
  await page.getByText('You can close this page now').waitFor();
  await page.goto('/gift-cards/purchased');
  await page.getByRole('list', { name: 'Purchased' }).waitFor();
  await shot('purchased');
}

async function transfers(page: Page, shot: Shot): Promise<void> {
  await page.goto('/push-to-card');
  await page.getByRole('textbox', { name: 'Amount' }).fill('100');
  await shot('push');
  await payReviewed(page, shot, 'push');
  await page.getByRole('link', { name: 'Complete the transfer' }).waitFor();
  await shot('push-receipt', true);
  await page.goto('/push-to-card');
  await page.getByRole('list', { name: 'Transfers' }).waitFor();
  await page.getByRole('button', { name: 'Show the link' }).click();
  await shot('transfers', true);
}

async function balance(page: Page, sandbox: Sandbox, shot: Shot): Promise<void> {
  await page.goto('/balance');
  await page.getByText('Total deposits').waitFor();
  await page.getByRole('table', { name: 'Withdrawals' }).waitFor();
  await shot('balance', true);
  await page.getByRole('textbox', { name: 'Amount' }).fill('1');
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm withdrawal' }).waitFor();
  await shot('withdraw-confirm');
  await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
  await page.getByText('is on its way').waitFor();
  await settled(page);
  await shot('withdrawn', true);
  sandbox.faults.add({ route: 'withdraw', kind: 'drop-before' });
  await page.getByRole('textbox', { name: 'Amount' }).fill('1');
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('button', { name: 'Confirm withdrawal' }).click();
  await page.getByText('It is not known yet').waitFor();
  await shot('withdrawal-unknown', true);
  sandbox.faults.add({ route: 'get-withdrawal-status', kind: 'error-before-settlement', times: 9 });
  sandbox.faults.add({ route: 'get-account-balance', kind: 'error-before-settlement', times: 9 });
  await page.reload();
  await page.getByRole('alert').waitFor();
  await shot('balance-error', true);
  sandbox.faults.clear();
}

async function merchants(page: Page, sandbox: Sandbox, shot: Shot): Promise<void> {
  await page.goto('/merchants');
  const search = page.getByRole('searchbox', { name: 'Search merchants' });
  await search.waitFor();
  await shot('merchants-empty');
  await search.fill('amazon');
  await page.getByRole('list', { name: 'Merchants' }).waitFor();
  await shot('merchants');
  await search.fill('no such shop');
  await page.getByText('Nothing is known').waitFor();
  await shot('merchants-unknown');
  sandbox.faults.add({ route: 'search-merchants', kind: 'rate-limited', ms: 42_000 });
  await search.fill('openai');
  await page.getByRole('alert').waitFor();
  await shot('merchants-error');
}

async function payReviewed(page: Page, shot: Shot, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Review order' }).click();
  const connect = page.getByRole('button', { name: 'Connect wallet' });
  const pay = page.getByRole('button', { name: /^Pay/, disabled: false });
  await connect.or(pay).first().waitFor();
  if (await connect.isVisible()) {
    await connect.click();
    await page.getByRole('button', { name: 'Sandbox wallet' }).click();
  }
  await pay.waitFor();
  await shot(`${name}-review`, true);
  await pay.click();
  await page.getByText('You paid').waitFor();
}

/** Waits until no request is open, not even one for a picture. */
const settled = (page: Page) => page.waitForLoadState('networkidle');
