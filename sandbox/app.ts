import { BASE } from '#domain/chain.ts';
import { parseConfig, type LasoConfig } from '#config/config-schema.ts';
import { PAY_TO, startBaseChain, USDC, type BaseChain } from './chain/base-chain.ts';
import { ACCOUNT_INDEX, testAccount, testUserId, WALLET_INDICES } from './chain/test-accounts.ts';
import { createClock, type SandboxClock } from './clock.ts';
import type { SandboxContext } from './context.ts';
import { createFaults, type Faults } from './control/faults.ts';
import { createRequestLog, type RequestLog } from './control/request-log.ts';
import { createFacilitator } from './facilitator/facilitator.ts';
import { createPaymentGate } from './payment-gate.ts';
import { mountRoutes } from './mount-routes.ts';
import { API_KEY } from './routes/identity.ts';
import { seedScenario, type ScenarioName, type SeededAccounts } from './scenarios/seed-scenario.ts';
import { createSandboxApp, listen } from './server.ts';
import { Store } from './store/store.ts';
import { createTokens, PROJECT_ID, type Tokens } from './store/tokens.ts';

export interface SandboxOptions {
  /** 0 (the default): any free port. */
  port?: number;
  chainPort?: number;
  /** Where login links lead: the dashboard's origin. */
  dashboardUrl: string;
  /** What `reset` comes back to; all three agents by default. */
  scenario?: ScenarioName;
  /** Real time, in milliseconds; what the control route adds comes on top. */
  now?: () => number;
}

export interface Sandbox {
  url: string;
  rpcUrl: string;
  chain: BaseChain;
  clock: SandboxClock;
  store: Store;
  tokens: Tokens;
  faults: Faults;
  log: RequestLog;
  /** Account ids (`user_id`) of the seeded agents. */
  accounts: SeededAccounts;
  /** A fresh one-time link, `{dashboardUrl}/?authToken=…`; its token lives one hour unless said otherwise. */
  createLoginLink(userId: string, livesSeconds?: number): string;
  /** A complete configuration for a dashboard that talks to this sandbox. */
  config: LasoConfig;
  /** Back to the first state: data, tokens, faults, clock, USDC balances. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** 5,000 USDC for every test wallet and agent. */
const STARTING_USDC = 5_000_000_000n;

/** Starts a Laso-compatible API on a local chain. Everything ends with `close()` or with this process. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clock = createClock(options.now);
  const [chain, tokens] = await Promise.all([
    startBaseChain({ port: options.chainPort }),
    createTokens(clock),
  ]);
  try {
    const store = new Store(clock);
    const faults = createFaults();
    const log = createRequestLog();
    const payments = await createPaymentGate(createFacilitator(chain.rpcUrl), () => context);
    const context: SandboxContext = {
      clock,
      store,
      tokens,
      faults,
      log,
      chain,
      payments,
      dashboardUrl: options.dashboardUrl,
      linkStyle: 'authToken',
    };
    const accounts = {
      busy: testUserId(ACCOUNT_INDEX.busy),
      firstDay: testUserId(ACCOUNT_INDEX.firstDay),
      second: testUserId(ACCOUNT_INDEX.second),
    };
    const seed = (name: ScenarioName): void => seedScenario(store, accounts, name);
    const reset = async (): Promise<void> => {
      clock.reset();
      store.clear();
      tokens.clear();
      faults.clear();
      log.clear();
      const funded = [...WALLET_INDICES, ACCOUNT_INDEX.busy, ACCOUNT_INDEX.firstDay, ACCOUNT_INDEX.second];
      await Promise.all(funded.map((index) => chain.fund(testAccount(index).address, STARTING_USDC)));
      await chain.fund(PAY_TO, 0n);
      context.linkStyle = 'authToken';
      seed(options.scenario ?? 'all');
    };
    await reset();

    const app = createSandboxApp(context);
    mountRoutes(app, context, { reset, seed });
    const server = await listen(app, options.port ?? 0);
    const url = `http://127.0.0.1:${server.port}`;
    return {
      url,
      rpcUrl: chain.rpcUrl,
      chain,
      clock,
      store,
      tokens,
      faults,
      log,
      accounts,
      createLoginLink: (userId, livesSeconds) =>
        `${options.dashboardUrl}/?authToken=${tokens.customToken(userId, livesSeconds)}`,
      config: configFor(url, chain.rpcUrl),
      reset,
      close: async () => {
        await Promise.all([server.close(), chain.stop()]);
      },
    };
  } catch (error) {
    await chain.stop();
    throw error;
  }
}

function configFor(url: string, rpcUrl: string): LasoConfig {
  return parseConfig({
    apiBaseUrl: url,
    identityToolkitUrl: `${url}/identity`,
    firebaseApiKey: API_KEY,
    firebaseProjectId: PROJECT_ID,
    authCodeUrl: `${url}/redeem-code`,
    supportEmail: 'agents+support@laso.finance',
    networks: [{ id: BASE, rpcUrl, usdc: USDC, payTo: [PAY_TO], explorerUrl: `${url}/explorer` }],
    redemptionHosts: ['pay.runa.io'],
    imageHosts: [],
  });
}
