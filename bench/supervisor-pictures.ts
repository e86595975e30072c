import type { Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';

export type Shot = (name: string, fullPage?: boolean) => Promise<unknown>;

/** What a supervisor sees, and a card ordered. Starts on a login link's page. */
export async function walkSupervisor(page: Page, _sandbox: Sandbox, shot: Shot): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' });
  /** On a phone the link may be behind "More". */
  const open = async (label: string) => {
    const link = navigation.getByRole('link', { name: label, exact: true });
    if (!(await link.isVisible())) await navigation.getByRole('button', { name: 'More' }).click();
    await link.click();
  };
  const cards = page.getByRole('main').getByRole('link', { name: /Ready/ });

  await shot('landing');
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.getByRole('list', { name: 'Signals' }).waitFor();
  await page.getByText('Account balance').waitFor();
  await shot('overview');
  // The page loads the lists when they come near the viewport.
  await page.getByText(/^Cards: (complete|incomplete)/).scrollIntoViewIfNeeded();
  await page.getByRole('link', { name: /^All \d+ cards/ }).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await shot('overview-full', true);
  await open('Cards');
  await cards.first().waitFor();
  await shot('cards');
  await page.getByRole('searchbox', { name: 'Search cards' }).fill('ready');
  await cards.nth(1).click();
  await page.getByRole('button', { name: 'Reveal card number' }).waitFor();
  await shot('card');
  await shot('card-full', true);
  await open('Order card');
  await page.getByRole('textbox', { name: 'Amount' }).fill('50');
  await shot('order');
  await page.getByRole('button', { name: 'Review order' }).click();
  await page.getByRole('button', { name: 'Connect wallet' }).click();
  await page.getByRole('button', { name: 'Sandbox wallet' }).click();
  await page.getByRole('button', { name: /^Pay/, disabled: false }).waitFor();
  await shot('review', true);
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.getByText('You paid').waitFor();
  await shot('receipt');
  await open('Payments');
  await page.getByRole('list', { name: 'Payments' }).waitFor();
  await shot('payments');
}
