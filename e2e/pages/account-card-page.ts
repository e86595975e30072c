import type { FrameLocator, Locator, Page } from '@playwright/test';

type AccountCardButton =
  | 'Order card'
  | 'Order again'
  | 'Look again'
  | 'Show details'
  | 'Show PIN'
  | 'Set PIN'
  | 'Hide'
  | 'Freeze'
  | 'Unfreeze';

/** `/account-card`: the second issuer's card. An access token is entered once for each load of the page. */
export class AccountCardPage {
  readonly page: Page;
  readonly main: Locator;
  readonly heading: Locator;
  readonly accessToken: Locator;
  /** The one-time picture, while it is in the page. */
  readonly picture: Locator;
  readonly dialog: Locator;
  /** The issuer's own page. */
  readonly pinPage: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.heading = this.main.getByRole('heading', { level: 1 });
    this.accessToken = this.main.getByRole('textbox', { name: 'Access token' });
    this.picture = this.main.locator('img');
    this.dialog = page.getByRole('dialog');
    this.pinPage = page.frameLocator('iframe');
  }

  static async open(page: Page): Promise<AccountCardPage> {
    await page.goto('/account-card');
    const card = new AccountCardPage(page);
    await card.heading.waitFor();
    return card;
  }

  static async enter(page: Page, accessToken: string): Promise<AccountCardPage> {
    const card = await AccountCardPage.open(page);
    await card.enterToken(accessToken);
    return card;
  }

  button(name: AccountCardButton): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  /** The status word, wherever the page shows it. */
  status(word: string): Locator {
    return this.main.getByText(word, { exact: true }).first();
  }

  async enterToken(accessToken: string): Promise<void> {
    await this.accessToken.fill(accessToken);
    await this.main.getByRole('button', { name: 'Continue' }).click();
  }

  async order(): Promise<void> {
    await this.button('Order card').click();
  }

  /** The picture's address, once it is in sight. */
  async showDetails(): Promise<string> {
    await this.button('Show details').click();
    return this.pictureAddress();
  }

  async showPin(): Promise<string> {
    await this.button('Show PIN').click();
    return this.pictureAddress();
  }

  async hide(): Promise<void> {
    await this.button('Hide').click();
  }

  /** Types it on the issuer's page and leaves that. */
  async setPin(pin: string): Promise<void> {
    await this.button('Set PIN').click();
    await this.pinPage.getByLabel('New PIN', { exact: true }).fill(pin);
    await this.pinPage.getByLabel('New PIN again').fill(pin);
    await this.pinPage.getByRole('button', { name: 'Save PIN' }).click();
    await this.pinPage.getByRole('button', { name: 'Done' }).click();
  }

  async freeze(): Promise<void> {
    await this.button('Freeze').click();
    await this.dialog.getByRole('button', { name: 'Freeze card' }).click();
  }

  async unfreeze(): Promise<void> {
    await this.button('Unfreeze').click();
    await this.dialog.getByRole('button', { name: 'Unfreeze card' }).click();
  }

  private async pictureAddress(): Promise<string> {
    await this.picture.waitFor();
    return (await this.picture.getAttribute('src')) ?? '';
  }
}
