import type { Locator, Page } from '@playwright/test';

type CardButton =
  | 'Reveal card number'
  | 'Reveal CVV'
  | 'Hide'
  | 'Copy card number'
  | 'Copy expiry'
  | 'Copy CVV'
  | 'Refresh balance'
  | 'Cancel order';

/** `/cards/:cardId`: one card, its number behind a click. */
export class CardPage {
  readonly page: Page;
  readonly main: Locator;
  readonly heading: Locator;
  readonly availableBalance: Locator;
  readonly transactions: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { level: 1 });
    this.availableBalance = this.main.getByText('Available balance');
    this.transactions = this.main.getByRole('table', { name: 'Transactions' });
  }

  static async open(page: Page, cardId: string): Promise<CardPage> {
    await page.goto(`/cards/${encodeURIComponent(cardId)}`);
    return CardPage.shown(page);
  }

  static async shown(page: Page): Promise<CardPage> {
    await page.waitForURL(/\/cards\/[^/?#]+/);
    const card = new CardPage(page);
    await card.heading.waitFor();
    return card;
  }

  /** The id in the address bar. */
  id(): string {
    return decodeURIComponent(new URL(this.page.url()).pathname.split('/')[2] ?? '');
  }

  button(name: CardButton): Locator {
    return this.main.getByRole('button', { name });
  }

  /** The status word, wherever the page shows it. */
  status(word: string): Locator {
    return this.main.getByText(word, { exact: true });
  }

  async revealNumber(): Promise<void> {
    await this.button('Reveal card number').click();
  }

  async revealCvv(): Promise<void> {
    await this.button('Reveal CVV').click();
  }

  async hide(): Promise<void> {
    await this.button('Hide').first().click();
  }

  async refreshBalance(): Promise<void> {
    await this.button('Refresh balance').click();
  }

  /** Fills in and asks to save. */
  async writeNotes({ label, note }: { label: string; note: string }): Promise<void> {
    await this.main.getByRole('button', { name: /^(Add a label or note|Edit notes)$/ }).click();
    await this.main.getByRole('textbox', { name: 'Label' }).fill(label);
    await this.main.getByRole('textbox', { name: 'Note', exact: true }).fill(note);
    await this.main.getByRole('button', { name: 'Save notes' }).click();
  }
}
