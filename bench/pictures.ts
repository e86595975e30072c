import { cpSync, mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { executablePath } from '../e2e/chromium-path.ts';
import { setStage } from '../e2e/stage.ts';
import { walkBuyer } from './buyer-pictures.ts';
import { walkSupervisor } from './supervisor-pictures.ts';

/**
 * Takes the pictures people look at before a release: the main pages in light and dark at 1440 and 390 px,
 * from the built app on the sandbox. `node bench/pictures.ts [folder] [supervisor|buyer]`; two of the
 * supervisor's are the README's.
 */
const [folder = 'node_modules/.cache/laso-pictures', only] = process.argv.slice(2);
const README = '.github/pictures';
const WALKS = { supervisor: walkSupervisor, buyer: walkBuyer };

const stage = await setStage();
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
  ...(executablePath && { executablePath }),
});
try {
  for (const [name, walk] of Object.entries(WALKS)) {
    if (only !== undefined && only !== name) continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [1440, 390]) await takePictures(walk, { colorScheme, width });
    }
  }
  if (only !== 'buyer') {
    mkdirSync(README, { recursive: true });
    cpSync(`${folder}/overview-light-1440.png`, `${README}/overview.png`);
    cpSync(`${folder}/card-dark-390.png`, `${README}/card-phone.png`);
  }
} finally {
  await browser.close();
  await stage.close();
}

/** One walk in one theme and size, on a sandbox that was just reset. */
async function takePictures(
  walk: typeof walkSupervisor,
  look: { colorScheme: 'light' | 'dark'; width: number },
): Promise<void> {
  const phone = look.width < 600;
  await stage.reset();
  const context = await browser.newContext({
    baseURL: stage.dashboardUrl,
    colorScheme: look.colorScheme,
    viewport: { width: look.width, height: phone ? 844 : 900 },
    isMobile: phone,
    hasTouch: phone,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const { sandbox } = stage;
  const shot = (name: string, fullPage = false) =>
    page.screenshot({ path: `${folder}/${name}-${look.colorScheme}-${look.width}.png`, fullPage });
  await page.goto(await sandbox.createLoginLink(sandbox.accounts.busy));
  await page.getByRole('button', { name: /^Sign in as/ }).waitFor();
  await walk(page, sandbox, shot);
  await context.close();
}
