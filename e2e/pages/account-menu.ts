import type { Locator, Page } from '@playwright/test';
import { SignInPage } from './sign-in-page.ts';

/** The menu behind the "Account …" button. */
export class AccountMenu {
  readonly page: Page;
  readonly button: Locator;
  readonly items: Locator;

  constructor(page: Page) {
    this.page = page;
    this.button = page.getByRole('button', { name: /^Account\b/i });
    this.items = page.getByRole('menuitem');
  }

  static async open(page: Page): Promise<AccountMenu> {
    const menu = new AccountMenu(page);
    await menu.button.click();
    await menu.items.first().waitFor();
    return menu;
  }

  item(name: string | RegExp): Locator {
    return this.page.getByRole('menuitem', { name });
  }

  async chooseAccount(name: string | RegExp): Promise<void> {
    await this.item(name).click();
  }

  async addAccount(): Promise<SignInPage> {
    await this.item('Add account').click();
    return SignInPage.shown(this.page);
  }

  /** Confirms, when the app asks. */
  async signOut(): Promise<SignInPage> {
    return this.#leave(this.item(/^Sign out$/i));
  }

  async signOutEverywhere(): Promise<SignInPage> {
    return this.#leave(this.item('Sign out everywhere'));
  }

  async #leave(item: Locator): Promise<SignInPage> {
    await item.click();
    const confirm = this.page.getByRole('dialog').getByRole('button', { name: /^Sign out/i });
    const signIn = new SignInPage(this.page);
    await confirm.or(signIn.loginLink).first().waitFor();
    if (await confirm.isVisible()) await confirm.click();
    return SignInPage.shown(this.page);
  }
}
