import type { Page } from '@playwright/test';
import { BalancePage } from './balance-page.ts';
import { CardsPage } from './cards-page.ts';
import { MerchantsPage } from './merchants-page.ts';
import { OrderPage } from './order-page.ts';
import { OverviewPage } from './overview-page.ts';
import { PaymentsPage } from './payments-page.ts';

/** The links that are on every page. Apart from the pages, so that pages need not know each other. */
export class MainNavigation {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async overview(): Promise<OverviewPage> {
    await this.#follow('Overview');
    return OverviewPage.shown(this.page);
  }

  async cards(): Promise<CardsPage> {
    await this.#follow('Cards');
    return CardsPage.shown(this.page);
  }

  async orderCard(): Promise<OrderPage> {
    await this.#follow('Order card');
    return OrderPage.shown(this.page);
  }

  async balance(): Promise<BalancePage> {
    await this.#follow('Balance');
    return BalancePage.shown(this.page);
  }

  async merchants(): Promise<MerchantsPage> {
    await this.#follow('Merchants');
    return MerchantsPage.shown(this.page);
  }

  async payments(): Promise<PaymentsPage> {
    await this.#follow('Payments');
    return PaymentsPage.shown(this.page);
  }

  /** On a phone the link may be behind "More". */
  async #follow(name: string): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: 'Main' });
    const link = navigation.getByRole('link', { name: new RegExp(`^${name}\\b`, 'i') });
    const more = navigation.getByRole('button', { name: 'More' });
    await link.or(more).first().waitFor();
    if (!(await link.isVisible())) await more.click();
    // What "More" opens may lie outside of the bar.
    const anywhere = this.page.getByRole('link', { name: new RegExp(`^${name}\\b`, 'i') });
    await anywhere.first().click();
  }
}
