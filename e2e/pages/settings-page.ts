import type { Locator, Page } from '@playwright/test';
import { SignInPage } from './sign-in-page.ts';

/** `/settings`. */
export class SettingsPage {
  readonly page: Page;
  readonly main: Locator;
  /** One per signed-in account. */
  readonly accounts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.accounts = this.main.getByRole('list', { name: 'Accounts' }).locator(':scope > li');
  }

  static async open(page: Page): Promise<SettingsPage> {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
    const settings = new SettingsPage(page);
    await settings.main.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    return settings;
  }

  async rename(name: string): Promise<void> {
    const field = this.accounts.first().getByRole('textbox', { name: 'Name on this device' });
    await field.fill(name);
    await field.blur();
  }

  async chooseTheme(name: string): Promise<void> {
    await this.main.getByRole('radio', { name, exact: true }).check({ force: true });
  }

  async setThreshold(label: string, text: string): Promise<void> {
    const field = this.main.getByRole('textbox', { name: label });
    await field.fill(text);
    await field.blur();
  }

  /** What is saved as a file. */
  async export(): Promise<string> {
    const download = this.page.waitForEvent('download');
    await this.main.getByRole('button', { name: 'Export without secrets' }).click();
    const stream = await (await download).createReadStream();
    return (await stream.toArray()).join('');
  }

  /** Confirms twice. */
  async eraseEverything(): Promise<SignInPage> {
    await this.main.getByRole('button', { name: 'Erase everything' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Continue to delete' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Delete for good' }).click();
    return SignInPage.shown(this.page);
  }
}
