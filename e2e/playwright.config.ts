import { defineConfig } from '@playwright/test';
import { executablePath } from './chromium-path.ts';
import type { WorkerOptions } from './fixtures.ts';

const ACCOUNT_CARD = '**/account-card*.spec.ts';
/**
 * Tests that stand or fall with the lines of cards: they run with production's lines as all do, and once more
 * with the documented ones.
 */
const LINES = /@lines/;

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine can be reached, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * End-to-end tests: the built app (`npm run build` first) against the sandbox, in Chromium. Each worker has a
 * sandbox of its own.
 */
export default defineConfig<object, WorkerOptions>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../node_modules/.cache/laso-e2e',
  fullyParallel: true,
  forbidOnly: true,
  // Tests wait for the clock as often as for the processor.
  workers: 3,
  // Shared machines are noisy; what passes only at the second try is printed as flaky.
  retries: process.env['CI'] ? 1 : 0,
  reporter: [['list']],
  // Generous: what waits, waits for something to happen, and a slow machine is no fault.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    // Recording every test costs a third of the run; CI tries twice and records the second try.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    { name: 'chromium', testIgnore: ACCOUNT_CARD },
    { name: 'numbers', grep: LINES, testIgnore: ACCOUNT_CARD, use: { cardLines: 'numbers' } },
    // The shipped configuration has no account card: its tests have a build of their own, made only when they
    // run.
    { name: 'account-card-build', testMatch: 'account-card.build.ts' },
    {
      name: 'account-card',
      testMatch: ACCOUNT_CARD,
      dependencies: ['account-card-build'],
      use: { accountCard: true },
    },
  ],
});
