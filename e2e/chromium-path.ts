import { existsSync } from 'node:fs';

/**
 * The same places as .ci/setup.mjs looks in; undefined means Playwright's own Chromium. The headless shell is
 * what Playwright itself takes: without the windows of a whole browser a page opens in half the time.
 */
export const executablePath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));
