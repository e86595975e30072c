import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** Wide and narrow, light and dark. */
export const LOOKS: readonly Look[] = [1440, 390].flatMap((width) => [
  { width, colorScheme: 'light' },
  { width, colorScheme: 'dark' },
]);

export const nameOf = ({ width, colorScheme }: Look): string => `${colorScheme} ${width}`;

export async function take(page: Page, { width, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}

/**
 * "overview, dark 390: color-contrast: .a, .b" per broken rule of WCAG 2.2 AA. What is not about color is the
 * same in the dark.
 */
export async function violations(
  page: Page,
  name: string,
  { looks = LOOKS, exclude = [] }: { looks?: readonly Look[]; exclude?: readonly string[] } = {},
): Promise<string[]> {
  const found: string[] = [];
  for (const look of looks) {
    await take(page, look);
    const axe = new AxeBuilder({ page });
    for (const selector of exclude) axe.exclude(selector);
    const chosen = look.colorScheme === 'light' ? axe.withTags(WCAG) : axe.withRules(['color-contrast']);
    const { violations: broken } = await chosen.analyze();
    for (const { id, nodes } of broken)
      found.push(
        `${name}, ${nameOf(look)}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
  }
  return found;
}

/** How far the page scrolls sideways, px. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
