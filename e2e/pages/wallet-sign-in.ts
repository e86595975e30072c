import type { Locator, Page } from '@playwright/test';
import { OverviewPage } from './overview-page.ts';
import { SignInPage } from './sign-in-page.ts';

/** Signing in with a wallet, from `/sign-in` to the overview. */
export class WalletSignIn {
  readonly page: Page;
  readonly main: Locator;
  /** What the wallet is going to sign, as the page shows it. */
  readonly message: Locator;
  readonly signInButton: Locator;
  readonly payButton: Locator;
  readonly tryAgain: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.message = this.main.locator('pre');
    this.signInButton = this.main.getByRole('button', {
      name: /^Sign in as 0x|^Sign in as [1-9A-HJ-NP-Za-km-z]/,
    });
    this.payButton = this.main.getByRole('button', { name: /^Pay .*USDC/ });
    this.tryAgain = this.main.getByRole('button', { name: 'Try again' });
    this.problem = this.main.getByRole('alert');
  }

  /** Connects a wallet; waits for its own page. */
  static async connect(
    page: Page,
    { network = 'Base', wallet = 'Sandbox wallet' }: { network?: 'Base' | 'Solana'; wallet?: string } = {},
  ): Promise<WalletSignIn> {
    await SignInPage.open(page);
    await page.getByRole('button', { name: `${network} wallet` }).click();
    await page.getByRole('dialog').getByRole('button', { name: wallet }).click();
    await page.getByRole('heading', { level: 1, name: wallet }).waitFor();
    return new WalletSignIn(page);
  }

  async sign(): Promise<OverviewPage> {
    await this.signInButton.click();
    return OverviewPage.shown(this.page);
  }

  async pay(): Promise<OverviewPage> {
    await this.payButton.click();
    return OverviewPage.shown(this.page);
  }
}
