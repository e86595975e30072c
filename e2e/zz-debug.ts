import { chromium } from '@playwright/test';
import { setStage } from './stage.ts';
const stage = await setStage();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  stage.sandbox.seed({ scenario: 'ten' });
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  for (const who of ['busy', 'second', 'veryLarge'] as const) {
    await page.goto('about:blank');
    await page.goto(stage.sandbox.createLoginLink(stage.sandbox.accounts[who]));
    await page.getByRole('button', { name: /^Sign in as/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
  }
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'All accounts', exact: true }).click();
  await page.goto(stage.dashboardUrl + '/cards');
  await page.locator('table[aria-rowcount="2049"]').waitFor();
  await page.waitForTimeout(1500);
  const s = await page.context().newCDPSession(page);
  await s.send('Performance.enable');
  const m = async () =>
    Object.fromEntries((await s.send('Performance.getMetrics')).metrics.map((x) => [x.name, x.value]));
  await page.getByRole('searchbox').focus();
  await s.send('Profiler.enable');
  await s.send('Profiler.setSamplingInterval', { interval: 200 });
  await s.send('Profiler.start');
  const a = await m();
  let n = 0;
  for (const w of ['hetzner', 'card', 'us', 'amazon']) {
    for (const k of w) {
      await page.keyboard.press(k);
      n++;
      await page.waitForTimeout(120);
    }
    for (const _ of w) {
      await page.keyboard.press('Backspace');
      n++;
      await page.waitForTimeout(120);
    }
  }
  const b = await m();
  const { profile } = await s.send('Profiler.stop');
  for (const k of [
    'TaskDuration',
    'ScriptDuration',
    'LayoutDuration',
    'RecalcStyleDuration',
    'LayoutCount',
    'RecalcStyleCount',
  ])
    console.log(k, (((b[k]! - a[k]!) / n) * (k.endsWith('Count') ? 1 : 1000)).toFixed(2), 'per key');
  const self = new Map<string, number>();
  const byId = new Map(profile.nodes.map((x) => [x.id, x]));
  profile.samples!.forEach((id, i) => {
    const x = byId.get(id)!;
    const k =
      x.callFrame.functionName +
      ' ' +
      x.callFrame.url.split('/').pop() +
      ':' +
      x.callFrame.lineNumber +
      ':' +
      x.callFrame.columnNumber;
    self.set(k, (self.get(k) ?? 0) + (profile.timeDeltas![i] ?? 0));
  });
  for (const [k, v] of [...self].sort((x, y) => y[1] - x[1]).slice(0, 25))
    console.log((v / 1000 / n).toFixed(2), 'ms/key', k);
} finally {
  await browser.close();
  await stage.close();
}
