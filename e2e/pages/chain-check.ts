import type { Locator, Page } from '@playwright/test';

/** "Payments on the chain": what was paid to Laso, beside what Laso lists. */
export class ChainCheck {
  readonly region: Locator;
  readonly button: Locator;
  readonly continueButton: Locator;
  readonly cancelButton: Locator;
  readonly progress: Locator;
  readonly problem: Locator;
  readonly unmatched: Locator;

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Payments on the chain' });
    this.button = this.region.getByRole('button', { name: 'Check the chain' });
    this.continueButton = this.region.getByRole('button', { name: 'Continue' });
    this.cancelButton = this.region.getByRole('button', { name: 'Cancel' });
    this.progress = this.region.getByRole('progressbar', { name: 'Checking the chain' });
    this.problem = this.region.getByRole('alert');
    this.unmatched = this.region.getByRole('table', { name: 'Unmatched payments' }).getByRole('rowheader');
  }

  /** Goes down the overview to it: it is fetched when it comes near the screen. */
  static async near(page: Page): Promise<ChainCheck> {
    const check = new ChainCheck(page);
    await page.getByText(/^Cards: (complete|incomplete)/).scrollIntoViewIfNeeded();
    await check.region.waitFor();
    return check;
  }

  /** What stands beside a term: "Paid to Laso". */
  fact(term: string): Locator {
    return this.region.getByRole('term').filter({ hasText: term }).locator('xpath=following-sibling::dd');
  }
}
