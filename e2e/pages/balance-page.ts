import type { Locator, Page } from '@playwright/test';

/** `/balance`: what Laso holds for the account, and withdrawing it. */
export class BalancePage {
  readonly page: Page;
  readonly main: Locator;
  readonly amount: Locator;
  readonly withdrawButton: Locator;
  readonly confirmButton: Locator;
  readonly withdrawals: Locator;
  /** One per withdrawal, newest first. */
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.amount = this.main.getByRole('textbox', { name: 'Amount' }).or(this.main.getByRole('spinbutton'));
    this.withdrawButton = this.main.getByRole('button', { name: 'Withdraw', exact: true });
    this.confirmButton = page.getByRole('button', { name: 'Confirm withdrawal' });
    this.withdrawals = this.main.getByRole('table', { name: 'Withdrawals' });
    this.rows = this.withdrawals.locator('tbody > tr');
  }

  static async open(page: Page): Promise<BalancePage> {
    await page.goto('/balance');
    return BalancePage.shown(page);
  }

  static async shown(page: Page): Promise<BalancePage> {
    await page.waitForURL(/\/balance(?:[?#]|$)/);
    const balance = new BalancePage(page);
    await balance.withdrawals.waitFor();
    return balance;
  }

  fact(term: string): Locator {
    return this.main.locator('dl > div').filter({ hasText: term }).locator('dd').first();
  }

  /** Up to the question whether it is to be sent. */
  async ask(dollars: string): Promise<void> {
    await this.amount.fill(dollars);
    await this.withdrawButton.click();
    await this.confirmButton.waitFor();
  }

  async withdraw(dollars: string): Promise<void> {
    await this.ask(dollars);
    await this.confirmButton.click();
  }
}
