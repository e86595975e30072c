import type { Locator, Page } from '@playwright/test';

/** The part of Settings about alerts. */
export class AlertSettings {
  readonly main: Locator;
  readonly region: Locator;
  readonly alerts: Locator;

  constructor(page: Page) {
    this.main = page.getByRole('main');
    this.region = page.getByRole('region', { name: 'Alerts', exact: true });
    this.alerts = this.region.getByRole('list', { name: 'Alerts', exact: true });
  }

  static async open(page: Page): Promise<AlertSettings> {
    await page.goto('/settings');
    const settings = new AlertSettings(page);
    await settings.region.waitFor();
    return settings;
  }

  async setAmount(rule: string, dollars: string): Promise<void> {
    const field = this.region.getByRole('textbox', { name: `${rule}, in dollars`, exact: true });
    await field.fill(dollars);
    await field.blur();
  }

  async switchOn(name: string): Promise<void> {
    await this.region.getByRole('checkbox', { name, exact: true }).click();
  }
}
