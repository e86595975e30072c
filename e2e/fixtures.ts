import { expect, test as base, type Page } from '@playwright/test';
import type { Sandbox } from '#sandbox/app.ts';
import type { Switches } from '#sandbox/payment/switches.ts';
import { NetworkLog } from './network-log.ts';
import { watchPages } from './page-watch.ts';
import { LinkLanding } from './pages/link-landing.ts';
import type { OverviewPage } from './pages/overview-page.ts';
import { SandboxWallet, type WalletCall } from './pages/sandbox-wallet.ts';
import { setStage, type Stage } from './stage.ts';

/** The seeded agents. */
type AccountName = keyof Sandbox['accounts'];

export interface WorkerOptions {
  /** The build with the account card, and its program in the sandbox. */
  accountCard: boolean;
  /** How the lines of U.S. cards are written. */
  cardLines: Switches['cardLines'];
}

interface WorkerFixtures extends WorkerOptions {
  stage: Stage;
}

interface TestFixtures {
  /** Fresh for each test: seeded data, real clock, no faults, funded wallets. */
  sandbox: Sandbox;
  /** All requests of all tabs. */
  network: NetworkLog;
  /** All console lines of all tabs, as "type: text". */
  consoleLines: string[];
  /**
   * What must stay empty: policy violations, uncaught errors, console errors. A test that means to cause one
   * empties it.
   */
  problems: string[];
  wallet: SandboxWallet;
  /** Opens a fresh login link of the account, clicks "Sign in as …" and waits for the overview. */
  signIn: (account: AccountName) => Promise<OverviewPage>;
  /** Signs in as the account, then opens a page of the app: `openAs('busy', CardPage, cardId)`. */
  openAs: <P, A extends unknown[]>(
    account: AccountName,
    view: { open: (page: Page, ...rest: A) => Promise<P> },
    ...rest: A
  ) => Promise<P>;
  /**
   * Signs in with the account of the sandbox wallet's first address, and returns that address in lower case.
   */
  signInAsPayer: () => Promise<string>;
}

interface Watched {
  watched: { problems: string[]; lines: string[]; network: NetworkLog; calls: WalletCall[] };
}

export const test = base.extend<TestFixtures & Watched, WorkerFixtures>({
  accountCard: [false, { option: true, scope: 'worker' }],
  cardLines: ['text', { option: true, scope: 'worker' }],
  stage: [
    async ({ accountCard, cardLines }, provide) => {
      const stage = await setStage({ accountCard, cardLines });
      await provide(stage);
      await stage.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ stage }, provide) => provide(stage.dashboardUrl),
  sandbox: async ({ stage }, provide) => {
    await stage.reset();
    await provide(stage.sandbox);
  },
  watched: [
    async ({ context, sandbox: _fresh }, provide) => {
      const network = new NetworkLog(context);
      const { problems, lines } = await watchPages(context);
      const calls: WalletCall[] = [];
      await context.exposeFunction('sandboxWalletCalled', (call: WalletCall) => {
        calls.push(call);
      });
      await provide({ problems, lines, network, calls });
      expect(problems, 'no policy violation, uncaught error or console error').toEqual([]);
    },
    { auto: true },
  ],
  network: async ({ watched }, provide) => provide(watched.network),
  consoleLines: async ({ watched }, provide) => provide(watched.lines),
  problems: async ({ watched }, provide) => provide(watched.problems),
  wallet: async ({ page, watched }, provide) => provide(new SandboxWallet(page, watched.calls)),
  signIn: async ({ page, sandbox }, provide) =>
    provide(async (account) => {
      const landing = await LinkLanding.open(page, await sandbox.createLoginLink(sandbox.accounts[account]));
      return landing.signIn();
    }),
  openAs: async ({ page, signIn }, provide) =>
    provide(async (account, view, ...rest) => {
      await signIn(account);
      return view.open(page, ...rest);
    }),
  signInAsPayer: async ({ page, sandbox, wallet }, provide) =>
    provide(async () => {
      await page.goto('/');
      const payer = (await wallet.firstAddress()).toLowerCase();
      await (await LinkLanding.open(page, await sandbox.createLoginLink(payer))).signIn();
      return payer;
    }),
});

export { expect };
