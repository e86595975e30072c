import { chromium, type Page } from '@playwright/test';
import { executablePath } from '../e2e/chromium-path.ts';
import { NetworkLog } from '../e2e/network-log.ts';
import { setStage } from '../e2e/stage.ts';
import { setHidden } from '../e2e/tab-visibility.ts';

/**
 * Prints what an open dashboard asks of Laso in a minute, for each account, from the built app (`npm run
 * build` first) on a clock that runs fast: visible and hidden, with nothing awaited and with a pending card.
 * Exits with 1 when a limit is exceeded.
 */
const MINUTES = 5;
const stage = await setStage();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath && { executablePath }),
});
const failures: string[] = [];
try {
  const context = await browser.newContext();
  const network = new NetworkLog(context);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(stage.sandbox.createLoginLink(stage.sandbox.accounts.firstDay));
  await page.getByRole('button', { name: /^Sign in as/ }).click();
  await page.getByText('Account balance').waitFor();
  await report('visible, nothing awaited', page, network, 3.5);
  await setHidden(page, true);
  await report('hidden, nothing awaited', page, network, 0);
  await setHidden(page, false);
  const card = stage.sandbox.store.orderUsCard(stage.sandbox.accounts.firstDay, 2_500);
  card.readyAt = Infinity;
  await page.reload();
  await page.getByText('Account balance').waitFor();
  // One list every 2.5 s at first, then every 10 s, beside the others.
  await report('visible, a card pending', page, network, 28);
  await setHidden(page, true);
  await network.script('alerts-watch');
  await report('hidden, a card pending', page, network, 2);
} finally {
  await browser.close();
  await stage.close();
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

async function report(what: string, page: Page, network: NetworkLog, limit: number): Promise<void> {
  await page.clock.runFor(5_000);
  await network.answered();
  const asked = () =>
    network.requests.filter(
      ({ url, method }) => url.startsWith(stage.sandbox.config.apiBaseUrl) && method !== 'OPTIONS',
    ).length;
  const before = asked();
  for (let second = 0; second < MINUTES * 60; second += 1) await page.clock.runFor(1_000);
  const perMinute = (asked() - before) / MINUTES;
  console.log(`${what}: ${perMinute.toFixed(1)} requests a minute, limit ${limit}`);
  if (perMinute > limit) failures.push(`${what}: more than ${limit} requests a minute`);
}
