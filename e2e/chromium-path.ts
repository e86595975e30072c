import { existsSync } from 'node:fs';

/** The same places as .ci/setup.mjs looks in; undefined means Playwright's own Chromium. */
export const executablePath = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path));
