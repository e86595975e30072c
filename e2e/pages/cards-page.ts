import type { Locator, Page } from '@playwright/test';
import { CardPage } from './card-page.ts';

export type StatusWord =
  'Pending' | 'Ready' | 'Depleted' | 'Queued' | 'Complete' | 'Refund requested' | 'Refunded' | 'Archived';

/** `/cards`: all cards in one list. */
export class CardsPage {
  readonly page: Page;
  readonly main: Locator;
  readonly search: Locator;
  /** One per card. */
  readonly cards: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.search = page.getByRole('searchbox', { name: 'Search cards' });
    this.cards = this.main.locator('a[href^="/cards/"]');
  }

  static async open(page: Page): Promise<CardsPage> {
    await page.goto('/cards');
    return CardsPage.shown(page);
  }

  static async shown(page: Page): Promise<CardsPage> {
    await page.waitForURL(/\/cards(?:[?#]|$)/);
    const cards = new CardsPage(page);
    await cards.search.waitFor();
    return cards;
  }

  async searchFor(text: string): Promise<void> {
    await this.search.fill(text);
  }

  withStatus(word: StatusWord): Locator {
    return this.main.getByRole('link', { name: word });
  }

  /** By the last four digits, or the card's id while there are none. */
  card(lastFourOrId: string | RegExp): Locator {
    return this.main.getByRole('link', { name: lastFourOrId });
  }

  async openCard(lastFourOrId: string | RegExp): Promise<CardPage> {
    await this.card(lastFourOrId).first().click();
    return CardPage.shown(this.page);
  }
}
