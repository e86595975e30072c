import { chromium, type Page } from '@playwright/test';
import { executablePath } from '../e2e/chromium-path.ts';
import { NetworkLog } from '../e2e/network-log.ts';
import { setStage } from '../e2e/stage.ts';

/**
 * Prints what a browser downloads as scripts, gzip, from the built app on a sandbox of its own: from the
 * landing of a login link to Overview and four seconds on (idle prefetch included), and from there to the
 * receipt of an order on Base. `node bench/first-load.ts`; the limits are 150,000 bytes each.
 */
/** The same as e2e/first-load.spec.ts holds. */
const LIMITS = { supervisor: 163_000, buyer: 170_000 };
const AFTER_OVERVIEW_MS = 4_000;

const stage = await setStage();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath && { executablePath }),
});
try {
  const context = await browser.newContext();
  const network = new NetworkLog(context);
  const page = await context.newPage();
  await toOverview(page);
  // The wait is part of the measurement: what the page loads in idle time counts too.
  await page.waitForTimeout(AFTER_OVERVIEW_MS);
  const supervisor = await ownScripts(network);
  await toReceipt(page);
  const all = await ownScripts(network);
  report('Landing to Overview + 4 s', supervisor, LIMITS.supervisor);
  report('From there to the receipt on Base', all.slice(supervisor.length), LIMITS.buyer);
} finally {
  await browser.close();
  await stage.close();
}

interface Script {
  url: string;
  bytes: number;
}

/** Leaves out the sandbox's in-page wallet, which no production build has. */
async function ownScripts(network: NetworkLog): Promise<Script[]> {
  return (await network.scripts()).filter(({ url }) => !url.includes('__sandbox'));
}

async function toOverview(page: Page): Promise<void> {
  await page.goto(stage.sandbox.createLoginLink(stage.sandbox.accounts.busy));
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.getByText('Account balance').waitFor();
}

async function toReceipt(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Order card' }).click();
  await page.getByRole('textbox', { name: 'Amount' }).fill('50');
  await page.getByRole('button', { name: 'Review order' }).click();
  await page.getByRole('button', { name: 'Connect wallet' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sandbox wallet' }).click();
  await page.getByRole('button', { name: /^Pay/, disabled: false }).click();
  await page.locator('a[href*="/tx/0x"]').first().waitFor();
}

function report(what: string, scripts: readonly Script[], limit: number): void {
  const total = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
  const share = ((100 * total) / limit).toFixed(1);
  console.log(`${what}: ${total} bytes gzip in ${scripts.length} scripts, ${share} % of ${limit}`);
  for (const { url, bytes } of scripts.toSorted((a, b) => b.bytes - a.bytes))
    console.log(`  ${String(bytes).padStart(7)}  ${new URL(url).pathname}`);
}
