import { ElementHandle, type Page } from 'puppeteer-core';

const WAIT_MS = 30_000;
const SELECTORS = {
  button: 'button, [role="button"]',
  menuitem: '[role="menuitem"]',
  link: 'a[href]',
  heading: 'h1, h2',
  radio: 'input[type="radio"]',
  textbox: 'input:not([type="radio"], [type="checkbox"]), textarea',
} as const;
type Role = keyof typeof SELECTORS;

/**
 * Walks through pages as a person does: by what things are called, waiting for each. Every step is printed; a
 * fault names its step.
 */
export class Walker {
  readonly page: Page;
  readonly #url: string;
  #step = 'before the first step';

  constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
    page.setDefaultTimeout(WAIT_MS);
  }

  async step(name: string, walk: () => Promise<void>): Promise<void> {
    this.#step = name;
    const started = Date.now();
    await walk().catch(async (error: unknown) => {
      const text = await this.text().catch(() => '(the page does not answer)');
      throw new Error(`Firefox, "${name}": ${String(error)}\nThe page says: ${text.slice(0, 600)}`, {
        cause: error,
      });
    });
    console.log(`  ✓ ${name} (${((Date.now() - started) / 1_000).toFixed(1)} s)`);
  }

  get stepNow(): string {
    return this.#step;
  }

  async open(address: string): Promise<void> {
    await this.page.goto(new URL(address, this.#url).href, { waitUntil: 'domcontentloaded' });
  }

  /** All that stands on the page. */
  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  async reads(pattern: RegExp): Promise<void> {
    await this.page.waitForFunction(
      (source: string, flags: string) => new RegExp(source, flags).test(document.body.innerText),
      { polling: 100 },
      pattern.source,
      pattern.flags,
    );
  }

  async readsNoMore(text: string): Promise<void> {
    await this.page.waitForFunction(
      (gone: string) => !document.body.innerText.includes(gone),
      { polling: 100 },
      text,
    );
  }

  async press(role: Role, name: RegExp): Promise<void> {
    const element = await this.find(role, name);
    await element.click();
  }

  async type(name: RegExp, text: string): Promise<void> {
    const element = await this.find('textbox', name);
    await element.click({ count: 3 });
    await element.type(text);
  }

  /** Seen, enabled, and of this name. */
  async find(role: Role, name: RegExp): Promise<ElementHandle<Element>> {
    const handle = await this.page.waitForFunction(
      (selector: string, source: string, flags: string) => {
        const wanted = new RegExp(source, flags);
        const nameOf = (element: Element): string => {
          const labels = 'labels' in element && element.labels instanceof NodeList ? [...element.labels] : [];
          const label = labels.map((one) => one.textContent).join(' ');
          return (element.getAttribute('aria-label') ?? (label || element.textContent) ?? '').trim();
        };
        const all = [...document.querySelectorAll(selector)].filter(
          (element) =>
            element.checkVisibility() &&
            !element.matches(':disabled, [aria-disabled="true"]') &&
            wanted.test(nameOf(element)),
        );
        // A dialog lies over the rest.
        return all.find((element) => element.closest('dialog[open], [role="dialog"]')) ?? all[0] ?? null;
      },
      { polling: 100 },
      SELECTORS[role],
      name.source,
      name.flags,
    );
    if (handle instanceof ElementHandle) return handle;
    throw new Error(`No ${role} ${String(name)}`);
  }
}
