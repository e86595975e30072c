import type { Locator, Page } from '@playwright/test';
import { LinkLanding } from './link-landing.ts';

/** `/sign-in`: paste a link, or use a wallet. */
export class SignInPage {
  readonly page: Page;
  readonly main: Locator;
  readonly loginLink: Locator;
  readonly continueButton: Locator;
  readonly keepSignedIn: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.loginLink = page.getByRole('textbox', { name: 'Login link' });
    this.continueButton = page.getByRole('button', { name: 'Continue' });
    this.keepSignedIn = page.getByRole('checkbox', { name: 'Keep me signed in' });
    this.problem = page.getByRole('alert');
  }

  static async open(page: Page): Promise<SignInPage> {
    await page.goto('/sign-in');
    return SignInPage.shown(page);
  }

  static async shown(page: Page): Promise<SignInPage> {
    const signIn = new SignInPage(page);
    await signIn.loginLink.waitFor();
    return signIn;
  }

  async pasteLink(link: string): Promise<LinkLanding> {
    await this.loginLink.fill(link);
    await this.continueButton.click();
    return new LinkLanding(this.page);
  }
}
