import type { Locator, Page } from '@playwright/test';
import { CardPage } from './card-page.ts';
import { CardsPage } from './cards-page.ts';

/** `/`: what the agents bought, what is left. */
export class OverviewPage {
  readonly page: Page;
  readonly main: Locator;
  readonly heading: Locator;
  /** "Your agent spent … in the last 30 days." */
  readonly sentence: Locator;
  /** "All 40 cards". */
  readonly allCards: Locator;
  /** "Newest activity". */
  readonly activity: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { level: 1 });
    this.sentence = this.main.getByText(/^Your (agent|\d+ agents) spent/);
    this.activity = this.main.getByRole('list', { name: 'Activity' });
    this.allCards = this.main.getByRole('link', { name: /^All (\d+ )?cards/ });
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

  /** A figure under the sentence: "Left on cards". */
  figure(term: string): Locator {
    const named = this.page.locator('dt', { hasText: new RegExp(`^${term}$`) });
    return this.main.locator('dl > div').filter({ has: named }).locator('dd').first();
  }

  /** A table of the spending part, by its caption: "Spending by merchant". */
  spending(by: 'over time' | 'by merchant' | 'by agent' | 'by product'): Locator {
    return this.main.getByRole('table', { name: `Spending ${by}` });
  }

  /** "7 days", "30 days", "90 days" or "All". */
  async choosePeriod(name: string): Promise<void> {
    await this.main.getByRole('group', { name: 'Period' }).getByText(name, { exact: true }).click();
  }

  /** Opens "The same as a table" under the chart. */
  async showAsTable(): Promise<void> {
    await this.main.getByText('The same figures as a table').click();
    await this.spending('over time').waitFor();
  }

  /** Goes down to cards and newest activity: they are fetched when they come near the screen. */
  async showLists(): Promise<void> {
    await this.main.getByText(/^Cards: (complete|incomplete)/).scrollIntoViewIfNeeded();
    await this.allCards.waitFor();
  }

  async openAllCards(): Promise<CardsPage> {
    await this.showLists();
    await this.allCards.click();
    return CardsPage.shown(this.page);
  }

  /** Opens a card by its last four digits (or its id) from here. */
  async openCard(name: string | RegExp): Promise<CardPage> {
    await this.showLists();
    await this.main.getByRole('link', { name }).first().click();
    return CardPage.shown(this.page);
  }
}
