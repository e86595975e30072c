// `npm run test:firefox`: the supervisor's and the buyer's way through the built app in Firefox, against the
// sandbox.
import { setStage } from '../stage.ts';
import { walkAsBuyer } from './buyer-walk.ts';
import { startFirefox, type Firefox } from './firefox-browser.ts';
import { walkAsSupervisor } from './supervisor-walk.ts';
import { Walker } from './walker.ts';

const problems: string[] = [];

async function walkerIn(firefox: Firefox, url: string): Promise<Walker> {
  const context = await firefox.browser.createBrowserContext();
  const walker = new Walker(await context.newPage(), url);
  walker.page.on('pageerror', (error) => problems.push(`${walker.stepNow}: ${String(error)}`));
  return walker;
}

async function main(): Promise<void> {
  const firefox = await startFirefox();
  console.log(await firefox.browser.version());
  try {
    const stage = await setStage();
    try {
      console.log('Supervisor');
      const supervisor = await walkerIn(firefox, stage.dashboardUrl);
      await walkAsSupervisor(supervisor, stage, firefox.downloads);
      await supervisor.page.close();
      console.log('Buyer');
      const buyer = await walkerIn(firefox, stage.dashboardUrl);
      await walkAsBuyer(buyer, stage);
      // Before the sandbox: a page that goes on asking would report that as an error.
      await buyer.page.close();
    } finally {
      await stage.close();
    }
  } finally {
    await firefox.close();
  }
  if (problems.length > 0) throw new Error(`Uncaught in the page:\n${problems.join('\n')}`);
}

try {
  await main();
  console.log('Firefox: all steps passed.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
