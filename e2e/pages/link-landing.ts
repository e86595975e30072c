import type { Locator, Page } from '@playwright/test';
import { OverviewPage } from './overview-page.ts';

/** What a login link opens: nothing is redeemed before the click. */
export class LinkLanding {
  readonly page: Page;
  readonly signInButton: Locator;
  readonly cancelButton: Locator;
  readonly keepSignedIn: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.signInButton = page.getByRole('button', { name: /^Sign in\b/i });
    this.cancelButton = page.getByRole('button', { name: 'Cancel' });
    this.keepSignedIn = page.getByRole('checkbox', { name: 'Keep me signed in' });
    this.problem = page.getByRole('alert');
  }

  /** Opens a link as a person would from a chat; does not wait for the button, for the link may be bad. */
  static async open(page: Page, link: string): Promise<LinkLanding> {
    await page.goto(link);
    return new LinkLanding(page);
  }

  /** Clicks "Sign in as …" and waits for the overview. */
  async signIn(options: { keep?: boolean } = {}): Promise<OverviewPage> {
    if (options.keep !== undefined) await this.keepSignedIn.setChecked(options.keep);
    await this.press();
    return OverviewPage.shown(this.page);
  }

  /** Clicks without waiting: what follows may be a refusal. */
  async press(): Promise<void> {
    await this.signInButton.click();
  }

  async cancel(): Promise<void> {
    await this.cancelButton.click();
  }
}
