import type { Locator, Page } from '@playwright/test';

type AcceptanceWord = 'Accepted' | 'Not accepted' | 'Unknown';

/** `/merchants`: where a card was tried. */
export class MerchantsPage {
  readonly page: Page;
  readonly main: Locator;
  readonly search: Locator;
  readonly merchants: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.search = page.getByRole('searchbox', { name: 'Search merchants' });
    this.merchants = this.main.getByRole('list', { name: 'Merchants' }).getByRole('listitem');
  }

  static async open(page: Page): Promise<MerchantsPage> {
    await page.goto('/merchants');
    return MerchantsPage.shown(page);
  }

  static async shown(page: Page): Promise<MerchantsPage> {
    await page.waitForURL(/\/merchants(?:[?#]|$)/);
    const merchants = new MerchantsPage(page);
    await merchants.search.waitFor();
    return merchants;
  }

  async searchFor(text: string): Promise<void> {
    await this.search.fill(text);
  }

  async chooseCard(label: 'U.S. card' | 'International card'): Promise<void> {
    await this.main.getByRole('combobox', { name: 'Card' }).selectOption({ label });
  }

  merchant(name: string, word: AcceptanceWord): Locator {
    return this.merchants
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .filter({ has: this.page.getByText(word, { exact: true }) });
  }
}
