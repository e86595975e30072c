import { cpSync, mkdirSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { executablePath } from '../e2e/chromium-path.ts';
import { setStage, type Stage } from '../e2e/stage.ts';

/**
 * Takes the pictures people look at before a release: every page of the slice in light and dark at 1440 and 390 px, from the built app on
 * the sandbox. `node bench/pictures.ts [folder]`; two of them are the README's.
 */
const folder = process.argv[2] ?? 'node_modules/.cache/laso-pictures';
const README = '.github/pictures';

const stage = await setStage();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
  ...(executablePath && { executablePath }),
});
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1440, 390]) await walk(stage, browser, { colorScheme, width });
  }
  mkdirSync(README, { recursive: true });
  cpSync(`${folder}/overview-light-1440.png`, `${README}/overview.png`);
  cpSync(`${folder}/card-dark-390.png`, `${README}/card-phone.png`);
} finally {
  await browser.close();
  await stage.close();
}

async function walk(
  { sandbox }: Stage,
  on: Browser,
  look: { colorScheme: 'light' | 'dark'; width: number },
): Promise<void> {
  const phone = look.width < 600;
  const context = await on.newContext({
    colorScheme: look.colorScheme,
    viewport: { width: look.width, height: phone ? 844 : 900 },
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const shot = (name: string, fullPage = false) =>
    page.screenshot({ path: `${folder}/${name}-${look.colorScheme}-${look.width}.png`, fullPage });
  const open = (label: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: label, exact: true }).click();

  await page.goto('about:blank');
  await page.goto(sandbox.createLoginLink(sandbox.accounts.busy));
  await page.getByRole('button', { name: /^Sign in as/ }).waitFor();
  await shot('landing');
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await cards(page).first().waitFor();
  await page.getByText('Account balance').waitFor();
  await shot('overview');
  await shot('overview-full', true);
  await open('Cards');
  await cards(page).first().waitFor();
  await shot('cards');
  await page.getByRole('searchbox', { name: 'Search cards' }).fill('ready');
  await cards(page).nth(1).click();
  await page.getByRole('button', { name: 'Reveal card number' }).waitFor();
  await shot('card');
  await shot('card-full', true);
  await open('Order card');
  await page.getByRole('textbox', { name: 'Amount' }).fill('50');
  await shot('order');
  await page.getByRole('button', { name: 'Review order' }).click();
  await page.getByRole('button', { name: 'Connect wallet' }).click();
  await page.getByRole('button', { name: 'Sandbox wallet' }).click();
  await page.getByRole('button', { name: /^Pay/, disabled: false }).waitFor();
  await shot('review', true);
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.getByText('You paid').waitFor();
  await shot('receipt');
  await open('Payments');
  await page.getByRole('list', { name: 'Payments' }).waitFor();
  await shot('payments');
  await context.close();
}

function cards(page: Page) {
  return page.getByRole('main').getByRole('link', { name: /Ready/ });
}
