import type { Locator, Page } from '@playwright/test';
import { CardPage } from './card-page.ts';

const PATHS = { 'U.S. card': '/order/us-card', 'International card': '/order/intl-card' } as const;

type Network = 'Base' | 'Solana';

/** `/order/us-card`, `/order/intl-card`: form, review, payment, receipt. */
export class OrderPage {
  readonly page: Page;
  readonly main: Locator;
  readonly amount: Locator;
  readonly reviewButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    // A number field is a spinbutton, a text field a textbox; the contract allows both.
    this.amount = this.main
      .getByRole('spinbutton', { name: 'Amount' })
      .or(this.main.getByRole('textbox', { name: 'Amount' }));
    this.reviewButton = this.main.getByRole('button', { name: 'Review order' });
  }

  static async open(page: Page, what: keyof typeof PATHS = 'U.S. card'): Promise<OrderPage> {
    await page.goto(PATHS[what]);
    return OrderPage.shown(page);
  }

  static async shown(page: Page): Promise<OrderPage> {
    const order = new OrderPage(page);
    await order.amount.waitFor();
    return order;
  }

  async enterAmount(dollars: string): Promise<void> {
    await this.amount.fill(dollars);
  }

  async chooseNetwork(name: Network): Promise<void> {
    await this.main.getByRole('radio', { name }).check();
  }

  /** A new order at its review, with the wallet connected and Pay enabled. */
  static async readyToPay(
    page: Page,
    {
      what,
      network,
      dollars = '50',
    }: { what?: keyof typeof PATHS; network?: Network; dollars?: string } = {},
  ): Promise<OrderReview> {
    const order = await OrderPage.open(page, what);
    if (network) await order.chooseNetwork(network);
    const review = await order.review(dollars);
    await review.getReady();
    return review;
  }

  /** Presses the button without waiting: what follows may be a refusal. */
  async askForReview(): Promise<void> {
    await this.reviewButton.click();
  }

  async review(dollars: string): Promise<OrderReview> {
    await this.enterAmount(dollars);
    await this.askForReview();
    return OrderReview.shown(this.page);
  }
}

/** The receipt-like summary before anything is signed. */
export class OrderReview {
  readonly page: Page;
  readonly review: Locator;
  readonly connectButton: Locator;
  readonly payButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.review = page
      .getByRole('region', { name: 'Review' })
      .or(page.getByRole('dialog', { name: 'Review' }))
      .first();
    this.connectButton = this.review.getByRole('button', { name: 'Connect wallet' });
    this.payButton = this.review.getByRole('button', { name: /^Pay .*USDC/i });
  }

  static async shown(page: Page): Promise<OrderReview> {
    const review = new OrderReview(page);
    await review.review.waitFor();
    return review;
  }

  /** Picks the wallet in the dialog, when one opens. */
  async connectWallet(name = 'Sandbox wallet'): Promise<void> {
    await this.connectButton.click();
    const choice = this.page.getByRole('dialog').getByRole('button', { name });
    await choice.or(this.payButton).first().waitFor();
    if (await choice.isVisible()) await choice.click();
  }

  /** Connects the wallet and waits until Pay is enabled. */
  async getReady(): Promise<void> {
    await this.connectWallet();
    await this.payButton.and(this.page.locator(':enabled')).waitFor();
  }

  async pay(): Promise<OrderReceipt> {
    await this.payButton.click();
    return new OrderReceipt(this.page);
  }
}

/** After paying: progress, then what was bought. */
export class OrderReceipt {
  readonly page: Page;
  readonly main: Locator;
  /** To the transaction at the explorer. */
  readonly transactionLink: Locator;
  readonly cardLink: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.transactionLink = this.main.locator('a[href*="/tx/0x"]').first();
    this.cardLink = this.main.locator('a[href^="/cards/"]').first();
  }

  /** The transaction's hash; waits for the receipt. */
  async transaction(): Promise<string> {
    const href = await this.transactionLink.getAttribute('href');
    return /\/tx\/(0x[0-9a-f]{64})/i.exec(href ?? '')?.[1] ?? '';
  }

  async openCard(): Promise<CardPage> {
    await this.cardLink.click();
    return CardPage.shown(this.page);
  }
}
