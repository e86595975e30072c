import type { Locator, Page } from '@playwright/test';

export type PaymentWord = 'In progress' | 'Paid' | 'Not charged' | 'Outcome unknown' | 'Paid, not delivered';

/** `/payments`: the journal of this device. */
export class PaymentsPage {
  readonly page: Page;
  readonly main: Locator;
  readonly payments: Locator;
  /** One per payment. */
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.payments = this.main
      .getByRole('list', { name: 'Payments' })
      .or(this.main.getByRole('table', { name: 'Payments' }))
      .first();
    this.rows = this.payments.locator(':scope > li, :scope > tbody > tr');
  }

  static async open(page: Page): Promise<PaymentsPage> {
    await page.goto('/payments');
    return PaymentsPage.shown(page);
  }

  static async shown(page: Page): Promise<PaymentsPage> {
    await page.waitForURL(/\/payments(?:[?#]|$)/);
    const payments = new PaymentsPage(page);
    await payments.main.getByRole('heading', { level: 1 }).waitFor();
    return payments;
  }

  /** The word itself: "Paid, not delivered" is not "Paid", nor is a sentence about what was paid. */
  withOutcome(word: PaymentWord): Locator {
    return this.rows.filter({ has: this.page.locator('strong').getByText(word, { exact: true }) });
  }

  async checkAgain(): Promise<void> {
    await this.main.getByRole('button', { name: 'Check again' }).first().click();
  }
}
