import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';

const NAMED = process.env['FIREFOX_PATH'];
const PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];
/** Nothing listens there: what is not on this machine cannot be reached. */
const NOWHERE = 'http://127.0.0.1:9/';

export interface Firefox {
  readonly browser: Browser;
  /** Where downloads land, without a question. */
  readonly downloads: string;
  close(): Promise<void>;
}

/**
 * Firefox as people have it, over WebDriver BiDi, with a profile of its own. Questions of the browser, as for
 * storage, are left open.
 */
export async function startFirefox(): Promise<Firefox> {
  const executablePath = (NAMED ? [NAMED] : PLACES).find((place) => existsSync(place));
  if (!executablePath)
    throw new Error(
      'There is no Firefox here. Install it ("apt-get install firefox-esr" on Debian), or name it: FIREFOX_PATH=/path/to/firefox npm run test:firefox',
    );
  const downloads = await mkdtemp(join(tmpdir(), 'laso-firefox-'));
  const browser = await launch({
    browser: 'firefox',
    protocol: 'webDriverBiDi',
    executablePath,
    headless: true,
    extraPrefsFirefox: { ...ALONE, 'browser.download.dir': downloads, 'browser.download.folderList': 2 },
  });
  return {
    browser,
    downloads,
    close: async () => {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

/**
 * Neither telemetry nor updates nor settings from afar, and a proxy that is not there for everything beyond
 * this machine.
 */
const ALONE = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'app.update.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.allow_hijacking_localhost': false,
  'network.trr.mode': 5,
  'services.settings.server': NOWHERE,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': NOWHERE,
};
