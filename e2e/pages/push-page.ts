import type { Locator, Page } from '@playwright/test';
import { OrderReceipt, OrderReview } from './order-page.ts';

/** `/push-to-card`: form, earlier transfers, then review, payment, link. */
export class PushPage {
  readonly page: Page;
  readonly main: Locator;
  readonly amount: Locator;
  /** One per kept transfer. */
  readonly transfers: Locator;
  /** Whatever could be clicked to get to a transfer's form. */
  readonly completeLink: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.amount = this.main
      .getByRole('spinbutton', { name: 'Amount' })
      .or(this.main.getByRole('textbox', { name: 'Amount' }));
    this.transfers = this.main.getByRole('list', { name: 'Transfers' }).getByRole('listitem');
    this.completeLink = this.main.getByRole('link', { name: /Complete the transfer/ });
  }

  static async open(page: Page): Promise<PushPage> {
    await page.goto('/push-to-card');
    const push = new PushPage(page);
    await push.amount.waitFor();
    return push;
  }

  /** Presses the button without waiting: what follows may be a refusal. */
  async askForReview(amount: string): Promise<void> {
    await this.amount.fill(amount);
    await this.main.getByRole('button', { name: 'Review order' }).click();
  }

  async review(amount: string): Promise<OrderReview> {
    await this.askForReview(amount);
    return OrderReview.shown(this.page);
  }

  /** With the wallet connected and Pay enabled. */
  async readyToPay(amount: string): Promise<OrderReview> {
    const review = await this.review(amount);
    await review.getReady();
    return review;
  }

  /** Review, wallet, payment. */
  async pay(amount: string): Promise<OrderReceipt> {
    const review = await this.review(amount);
    await review.connectWallet();
    return review.pay();
  }

  /** Asks Laso which currencies it sends, then takes this one. */
  async chooseCurrency(name: 'U.S. dollars' | 'Euros' | 'Pounds'): Promise<void> {
    await this.askForCurrencies();
    await this.main.getByRole('radio', { name }).check();
  }

  async askForCurrencies(): Promise<void> {
    await this.main.getByRole('button', { name: 'Ask Laso for other currencies' }).click();
  }

  async showLink(transfer: Locator): Promise<void> {
    await transfer.getByRole('button', { name: 'Show the link' }).click();
  }
}
