import type { Locator, Page } from '@playwright/test';
import { CardPage } from './card-page.ts';

type Evidence = 'cards' | 'purchases';

/** "Needs attention" on the overview. */
export class NeedsAttention {
  readonly page: Page;
  readonly region: Locator;
  readonly sentences: Locator;
  /** What stands there when nothing is unusual. */
  readonly nothing: Locator;
  /** The same once it is known that nothing is late either. */
  readonly nothingLate: Locator;
  readonly aside: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole('main').getByRole('region', { name: 'Needs attention' });
    this.sentences = this.region
      .getByRole('list', { name: 'Signals', exact: true })
      .locator('> li p:first-child');
    this.nothing = this.region.getByText('Nothing unusual');
    this.nothingLate = this.region.getByText('nothing late.');
    this.aside = this.region.getByRole('list', { name: 'Dismissed signals' }).getByRole('listitem');
  }

  /** Reads on: what is late is looked for after the first screen. */
  async readOn(): Promise<void> {
    await this.region.waitFor();
    await this.page.keyboard.press('Shift');
  }

  evidence(of: Evidence): Locator {
    return this.region.getByRole('list', {
      name: of === 'cards' ? 'Cards behind this' : 'Transactions behind this',
    });
  }

  /** Opens the first signal's evidence and says where it leads to. */
  async showEvidence(of: Evidence): Promise<string[]> {
    await this.region.getByRole('button', { name: 'Evidence' }).first().click();
    const links = this.evidence(of).getByRole('link');
    await links.first().waitFor();
    return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  }

  async openEvidence(of: Evidence): Promise<CardPage> {
    await this.evidence(of).getByRole('link').first().click();
    return CardPage.shown(this.page);
  }

  /** The first signal. */
  async putAside(note: string): Promise<void> {
    await this.region.getByRole('button', { name: 'Dismiss' }).first().click();
    await this.region.getByRole('textbox', { name: 'Note for yourself' }).fill(note);
    await this.region.locator('form').getByRole('button', { name: 'Dismiss' }).click();
  }

  async showPutAside(): Promise<void> {
    await this.region.getByText(/^\d+ dismissed$/).click();
  }

  async showAgain(): Promise<void> {
    await this.aside.first().getByRole('button', { name: 'Show again' }).click();
  }
}
