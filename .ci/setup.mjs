// Makes a fresh clone ready: installs what package-lock.json says when node_modules
// does not hold it; with `--browser` finds or installs a Chromium for the end-to-end
// tests, with `--hledger` the accounting program that reads exports in tests. Runs
// on plain Node 20, before anything is installed, so it uses nothing but Node.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;

installPackages();
if (process.argv.includes('--browser')) findBrowser();
if (process.argv.includes('--hledger')) findHledger();

function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.laso-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (once; about a minute)…');
  // `npm ci` would refuse a lock without other platforms' optional
  // packages; this follows the lock and leaves it unchanged.
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])) process.exit(1);
  writeFileSync(stamp, wanted);
}

function findBrowser() {
  if (browserPath()) return;
  console.log('No Chromium found; trying Playwright’s own…');
  if (
    run('npx', ['playwright', 'install', '--with-deps', 'chromium']) ||
    run('npx', ['playwright', 'install', 'chromium'])
  )
    return;
  console.log('That failed; trying Debian’s package…');
  // The headless shell is enough and starts pages twice as fast; where a release lacks it, the whole browser.
  const installed =
    apt('update', '-qq') &&
    (apt('install', '-y', '-qq', 'chromium-headless-shell') || apt('install', '-y', '-qq', 'chromium'));
  if (installed && browserPath()) return;
  console.error(
    'No Chromium could be installed. Install one and set CHROMIUM_PATH to it, then run this again.',
  );
  process.exit(1);
}

function findHledger() {
  const isThere = () => spawnSync('hledger', ['--version']).status === 0;
  if (isThere()) return;
  console.log('No hledger found; trying Debian’s package…');
  if (apt('update', '-qq') && apt('install', '-y', '-qq', 'hledger') && isThere()) return;
  console.error(
    'hledger could not be installed. Install it (https://hledger.org/install.html), then run this again.',
  );
  process.exit(1);
}

function apt(...args) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  const [command, ...rest] = [...sudo, 'apt-get', ...args];
  return run(command, rest);
}

/** The same places as e2e/chromium-path.ts looks in. */
function browserPath() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : null;
  const system = [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((path) => existsSync(path));
  if (system) return system;
  try {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    const own = execFileSync(
      'node',
      ['-e', "process.stdout.write(require('@playwright/test').chromium.executablePath())"],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    return existsSync(own) ? own : null;
  } catch {
    return null;
  }
}
