import type { Locator, Page } from '@playwright/test';
import { CardPage } from './card-page.ts';

/** `/`: what the agents bought, what is left. */
export class OverviewPage {
  readonly page: Page;
  readonly main: Locator;
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { level: 1 });
  }

  /** Goes there by address and waits for the shell; works only while signed in. */
  static async open(page: Page): Promise<OverviewPage> {
    await page.goto('/');
    return OverviewPage.shown(page);
  }

  /** The overview once it stands: signed in, so the account's button is there. */
  static async shown(page: Page): Promise<OverviewPage> {
    const overview = new OverviewPage(page);
    await page.getByRole('button', { name: /^Account\b/i }).waitFor();
    await overview.heading.waitFor();
    return overview;
  }

  /** Opens a card by its last four digits (or its id) from here. */
  async openCard(name: string | RegExp): Promise<CardPage> {
    await this.main.getByRole('link', { name }).first().click();
    return CardPage.shown(this.page);
  }
}
