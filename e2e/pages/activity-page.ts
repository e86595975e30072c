import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/** One line of the feed as it stands on screen. */
export interface ActivityRow {
  /** "2026-11-21", of the heading it stands under. */
  day: string;
  title: string;
  detail: string;
  status: string;
  /** "+$12.50"; empty where no money was meant. */
  amount: string;
}

/** `/activity`: everything that happened, newest first. */
export class ActivityPage {
  readonly page: Page;
  readonly main: Locator;
  readonly search: Locator;
  readonly rows: Locator;
  /** "12 of 40 entries". */
  readonly count: Locator;
  readonly more: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.search = page.getByRole('searchbox', { name: 'Search activity' });
    this.rows = this.main.getByRole('list', { name: 'Activity' }).locator('li li');
    this.count = this.main.getByRole('status').filter({ hasText: /\d+ of \d+ entries/ });
    this.more = this.main.getByRole('button', { name: /^Show more/ });
  }

  static async open(page: Page): Promise<ActivityPage> {
    await page.goto('/activity');
    const activity = new ActivityPage(page);
    await activity.count.waitFor();
    return activity;
  }

  async searchFor(text: string): Promise<void> {
    await this.search.fill(text);
  }

  async chooseKind(name: string): Promise<void> {
    await this.main.getByRole('combobox', { name: 'Kind' }).selectOption({ label: name });
  }

  /** Days as "2026-11-21"; empty for no limit. */
  async chooseDays(from: string, to: string): Promise<void> {
    await this.main.getByLabel('From').fill(from);
    await this.main.getByLabel('To').fill(to);
  }

  async clearFilters(): Promise<void> {
    await this.main.getByRole('button', { name: 'Clear filters' }).click();
  }

  async showAll(): Promise<void> {
    await this.rows.first().waitFor();
    while (await this.more.isVisible()) await this.more.click();
  }

  /** The file that the button saves. */
  async export(format: 'CSV' | 'JSON'): Promise<{ name: string; text: string }> {
    const started = this.page.waitForEvent('download');
    await this.main.getByRole('button', { name: `Export ${format}` }).click();
    const file = await started;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }

  /** What the eye reads, in one go: the feed may be long. */
  readRows(): Promise<ActivityRow[]> {
    return this.rows.evaluateAll((items) =>
      items.map((item) => {
        const [what, amount] = item.children;
        const [title, rest] = what?.children ?? [];
        const [detail, status] = rest?.children.length === 0 ? [rest] : (rest?.childNodes ?? []);
        return {
          day: item.parentElement?.parentElement?.querySelector('time')?.dateTime ?? '',
          title: title?.textContent ?? '',
          detail: detail?.textContent ?? '',
          status: status?.textContent ?? '',
          amount: amount?.textContent ?? '',
        };
      }),
    );
  }
}
