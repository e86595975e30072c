import type { Locator, Page } from '@playwright/test';
import { OrderReview } from './order-page.ts';

/** `/gift-cards`: the catalog. */
export class CataloguePage {
  readonly page: Page;
  readonly main: Locator;
  readonly search: Locator;
  readonly country: Locator;
  readonly currency: Locator;
  readonly category: Locator;
  readonly products: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.search = this.main.getByRole('searchbox', { name: 'Search gift cards' });
    this.country = this.main.getByRole('combobox', { name: 'Country' });
    this.currency = this.main.getByRole('combobox', { name: 'Currency' });
    this.category = this.main.getByRole('combobox', { name: 'Category' });
    this.products = this.main.locator('a[href^="/gift-cards/"]:not([href$="/purchased"])');
  }

  static async open(page: Page): Promise<CataloguePage> {
    await page.goto('/gift-cards');
    const catalogue = new CataloguePage(page);
    await catalogue.products.first().waitFor();
    return catalogue;
  }

  product(name: string | RegExp): Locator {
    return this.products.filter({ hasText: name });
  }

  async openProduct(name: string | RegExp): Promise<GiftCardPage> {
    await this.product(name).first().click();
    return GiftCardPage.shown(this.page);
  }
}

/** `/gift-cards/:lasoServerId`: one product and its order. */
export class GiftCardPage {
  readonly page: Page;
  readonly main: Locator;
  readonly amount: Locator;
  readonly amounts: Locator;
  readonly reviewButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.amount = this.main.getByRole('textbox', { name: 'Amount' });
    this.amounts = this.main.getByRole('group', { name: 'Amount' }).getByRole('radio');
    this.reviewButton = this.main.getByRole('button', { name: 'Review order' });
  }

  static async open(page: Page, lasoServerId: string): Promise<GiftCardPage> {
    await page.goto(`/gift-cards/${encodeURIComponent(lasoServerId)}`);
    return GiftCardPage.shown(page);
  }

  static async shown(page: Page): Promise<GiftCardPage> {
    const product = new GiftCardPage(page);
    await product.reviewButton.waitFor();
    return product;
  }

  /** A fixed amount by its label ("$24.99"), else typed. */
  async chooseAmount(amount: string): Promise<void> {
    const radio = this.main.getByRole('radio', { name: amount, exact: true });
    if (amount.startsWith('$')) await radio.check();
    else await this.amount.fill(amount);
  }

  async chooseNetwork(name: 'Base' | 'Solana'): Promise<void> {
    await this.main.getByRole('radio', { name }).check();
  }

  async review(amount: string): Promise<OrderReview> {
    await this.chooseAmount(amount);
    await this.reviewButton.click();
    return OrderReview.shown(this.page);
  }

  /** With the wallet connected and Pay ready. */
  async readyToPay(amount: string): Promise<OrderReview> {
    const review = await this.review(amount);
    await review.getReady();
    return review;
  }
}

/** The code, PIN and link of one gift card: on the receipt, or among those purchased. */
export class Redemption {
  readonly region: Locator;
  readonly reveal: Locator;
  readonly copyCode: Locator;
  readonly saved: Locator;

  constructor(region: Locator) {
    this.region = region;
    this.reveal = region.getByRole('button', { name: /^Reveal/ });
    this.copyCode = region.getByRole('button', { name: 'Copy code' });
    this.saved = region.getByRole('button', { name: 'I have saved it' });
  }

  /** Says so, and waits until it is noted. */
  async confirmSaved(): Promise<void> {
    await this.saved.click();
    await this.region.getByText('You can close this page now').waitFor();
  }

  static async onReceipt(page: Page): Promise<Redemption> {
    const redemption = new Redemption(page.getByRole('region', { name: 'Redemption' }));
    await redemption.region.waitFor({ timeout: 20_000 });
    return redemption;
  }
}

/** `/gift-cards/purchased`: what this browser keeps. */
export class PurchasedPage {
  readonly page: Page;
  readonly main: Locator;
  readonly items: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.items = this.main.getByRole('list', { name: 'Purchased' }).locator(':scope > li');
  }

  static async open(page: Page): Promise<PurchasedPage> {
    await page.goto('/gift-cards/purchased');
    const purchased = new PurchasedPage(page);
    await purchased.main.getByRole('heading', { level: 1, name: 'Purchased gift cards' }).waitFor();
    return purchased;
  }

  redemption(at = 0): Redemption {
    return new Redemption(this.items.nth(at));
  }
}
