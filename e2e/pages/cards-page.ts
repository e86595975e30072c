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
  readonly table: Locator;
  /** Of cards, without heading and totals. */
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.search = page.getByRole('searchbox', { name: 'Search cards' });
    this.cards = this.main.locator('a[href^="/cards/"]');
    this.table = this.main.getByRole('table', { name: 'Cards' });
    this.rows = this.table.locator('tbody').getByRole('row');
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

  header(name: string): Locator {
    return this.table.getByRole('columnheader', { name });
  }

  /** A total, by its column's heading. */
  total(name: 'Spent' | 'Left' | 'Loaded'): Locator {
    const fromRight = { Loaded: 0, Left: 1, Spent: 2 }[name];
    return this.table
      .locator('tfoot')
      .getByRole('cell')
      .nth(-1 - fromRight)
      .locator('> span');
  }

  /** The row at a share of the whole list's length: 1 is the last one. */
  rowInView(share: number): Locator {
    return this.rows.nth(share === 1 ? -1 : 10);
  }

  async sortBy(heading: string): Promise<void> {
    await this.header(heading).getByRole('button').click();
  }

  async choose(filter: 'Status' | 'Type' | 'Account', option: string | RegExp): Promise<void> {
    const select = this.main.getByRole('combobox', { name: filter });
    const label =
      typeof option === 'string' ? option : await select.locator('option', { hasText: option }).innerText();
    await select.selectOption({ label });
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
