import { parseConfig, type LasoConfig } from '#config/config-schema.ts';
import { mountAccountCardControl } from './account-card/control.ts';
import { startAccountCardProgramme, type AccountCardProgramme } from './account-card/programme.ts';
import { ProgrammeStore } from './account-card/programme-store.ts';
import { createCatalogue, type Catalogue } from './catalogue/catalogue.ts';
import { USUAL_PRODUCTS } from './catalogue/make-catalogue.ts';
import { PAY_TO, type BaseChain } from './chain/base-chain.ts';
import {
  AGENT_INDEX,
  seededAccounts,
  testAccount,
  WALLET_INDICES,
  type SeededAccounts,
} from './chain/test-accounts.ts';
import { createClock, type SandboxClock } from './clock.ts';
import type { SandboxContext } from './context.ts';
import { createAnswerMemory, type AnswerMemory } from './control/answer-memory.ts';
import { createFaults, isDrop, type Faults } from './control/faults.ts';
import { createRateWindow, type RateWindow } from './control/rate-window.ts';
import { createRequestLog, type RequestLog } from './control/request-log.ts';
import type { SolanaSide } from './facilitator/solana-side.ts';
import { createWaitingRoom, type WaitingRoom } from './control/waiting-room.ts';
import { createPaymentGate } from './payment-gate.ts';
import { createHeldSettlements, type HeldSettlements } from './payment/held-settlements.ts';
import { createIdempotency } from './payment/idempotency.ts';
import { DEFAULT_SWITCHES, type Switches } from './payment/switches.ts';
import { mountRoutes } from './mount-routes.ts';
import { API_KEY } from './routes/identity.ts';
import { seedScenario, type ScenarioName, type SeedRequest } from './scenarios/seed-scenario.ts';
import { sumsOf, type SumsOfAccounts } from './scenarios/sums.ts';
import { createSandboxApp, listen, type Listening } from './server.ts';
import { GiftCards } from './store/gift-cards.ts';
import { createSignInChallenges } from './store/sign-in-challenges.ts';
import { startChains, type ChainOptions } from './start-chains.ts';
import { Store } from './store/store.ts';
import { createTokens, PROJECT_ID, type Tokens } from './store/tokens.ts';

interface SandboxOptions extends ChainOptions {
  /** 0 (the default): any free port. */
  port?: number;
  /** Where login links lead: the dashboard's origin. */
  dashboardUrl: string;
  /** Also starts the account-card program, on its own port (0: any free one). */
  accountCardPort?: number;
  /** The scenario that `reset` restores; `all`, the three usual agents, by default. */
  scenario?: ScenarioName;
  switches?: Partial<Switches>;
  /**
   * The origin that challenges and sign-in messages name, as behind a proxy; the API's own origin by default.
   */
  apiOrigin?: string;
  /** Real time in milliseconds, to which the control route adds. */
  now?: () => number;
}

export interface Sandbox {
  url: string;
  rpcUrl: string;
  chain: BaseChain;
  /** Null with `solana: false`. */
  solana: SolanaSide['chain'] | null;
  /** Null without `accountCardPort`. */
  accountCard: AccountCardProgramme | null;
  clock: SandboxClock;
  store: Store;
  catalogue: Catalogue;
  giftCards: GiftCards;
  tokens: Tokens;
  faults: Faults;
  /** The earlier answers, for the fault `replayed`. */
  answers: AnswerMemory;
  /** What each settled payment bought, by its `authorizationKey`. */
  deliveries: ReadonlyMap<string, unknown>;
  /** `reset` restores the values of the start. */
  switches: Switches;
  held: HeldSettlements;
  waiting: WaitingRoom;
  /** What the RateLimit headers count (switch `headers`). */
  rateWindow: RateWindow;
  log: RequestLog;
  /** Account ids (`user_id`) of the seeded agents. */
  accounts: SeededAccounts;
  /**
   * Replaces the data of one account (`owner`, else the scenario's
   * own) or of several; the other accounts keep theirs.
   */
  seed(request: SeedRequest, owner?: string): void;
  /** The sums of these accounts' cards, added up from the stored data. */
  sums(userIds: readonly string[]): SumsOfAccounts;
  /** A fresh one-time link, `{dashboardUrl}/?authToken=…`; its token lives one hour by default. */
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
  const held = createHeldSettlements(clock);
  const [chains, tokens] = await Promise.all([startChains(held, options), createTokens(clock)]);
  const { chain, solana } = chains;
  try {
    const store = new Store(clock);
    const catalogue = createCatalogue();
    const giftCards = new GiftCards(clock);
    const waiting = createWaitingRoom();
    const rateWindow = createRateWindow(clock.now);
    const initial: Switches = { ...DEFAULT_SWITCHES, ...options.switches };
    let server: Listening | null = null;
    let programme: AccountCardProgramme | null = null;
    const programmeStore = new ProgrammeStore(clock);
    let url = '';
    // A kept connection that breaks makes browsers repeat the request: see server.ts.
    const faults = createFaults((fault) => {
      if (isDrop(fault)) for (const one of [server, programme]) one?.closeIdle();
    }, clock.now);
    const answers = createAnswerMemory();
    const log = createRequestLog();
    const payments = await createPaymentGate(chains.networks, () => context);
    const context: SandboxContext = {
      clock,
      store,
      catalogue,
      giftCards,
      tokens,
      faults,
      answers,
      log,
      chain,
      solana: solana?.chain ?? null,
      payments,
      switches: { ...initial },
      idempotency: createIdempotency(),
      deliveries: new Map(),
      held,
      signIns: createSignInChallenges(clock),
      waiting,
      rateWindow,
      resourceUrl: (c) => {
        const { pathname, search } = new URL(c.req.url);
        return `${options.apiOrigin ?? url}${pathname}${search}`;
      },
      dashboardUrl: options.dashboardUrl,
    };
    const accounts = seededAccounts();
    const seed: Sandbox['seed'] = (request, owner) => seedScenario(store, accounts, request, owner);
    const reset = async (): Promise<void> => {
      clock.reset();
      store.clear();
      catalogue.resize(USUAL_PRODUCTS);
      giftCards.clear();
      programmeStore.clear();
      tokens.clear();
      faults.clear();
      answers.clear();
      context.deliveries.clear();
      log.clear();
      waiting.release();
      rateWindow.clear();
      held.clear();
      context.idempotency.clear();
      context.signIns.clear();
      Object.assign(context.switches, initial);
      const funded = [...WALLET_INDICES, ...Object.values(AGENT_INDEX)];
      await Promise.all(funded.map((index) => chain.fund(testAccount(index).address, STARTING_USDC)));
      await chain.fund(PAY_TO, 0n);
      await solana?.reset(STARTING_USDC);
      seed({ scenario: options.scenario ?? 'all' });
    };
    await reset();

    const app = createSandboxApp(context);
    mountRoutes(app, context, { reset, seed });
    if (options.accountCardPort !== undefined) {
      mountAccountCardControl(app, programmeStore);
      programme = await startAccountCardProgramme(context, programmeStore, options.accountCardPort);
    }
    const listening = await listen(app, options.port ?? 0);
    server = listening;
    url = `http://127.0.0.1:${listening.port}`;
    return {
      url,
      rpcUrl: chain.rpcUrl,
      chain,
      solana: context.solana,
      accountCard: programme,
      clock,
      store,
      catalogue,
      giftCards,
      tokens,
      faults,
      answers,
      deliveries: context.deliveries,
      switches: context.switches,
      held,
      waiting,
      rateWindow,
      log,
      accounts,
      seed,
      sums: (userIds) => sumsOf(store, userIds),
      createLoginLink: (userId, livesSeconds) =>
        `${options.dashboardUrl}/?authToken=${tokens.customToken(userId, livesSeconds)}`,
      config: configFor(url, chains.configured(url), options.apiOrigin, programme?.config),
      reset,
      close: async () => {
        await Promise.all([listening.close(), programme?.close(), chains.stop()]);
      },
    };
  } catch (error) {
    await chains.stop();
    throw error;
  }
}

function configFor(
  url: string,
  networks: unknown[],
  apiOrigin: string | undefined,
  accountCard: LasoConfig['accountCard'],
): LasoConfig {
  return parseConfig({
    apiBaseUrl: url,
    ...(apiOrigin === undefined ? {} : { apiOrigins: [apiOrigin] }),
    identityToolkitUrl: `${url}/identity`,
    firebaseApiKey: API_KEY,
    firebaseProjectId: PROJECT_ID,
    authCodeUrl: `${url}/redeem-code`,
    supportEmail: 'agents+support@laso.finance',
    networks,
    redemptionHosts: ['pay.runa.io'],
    imageHosts: [new URL(url).host],
    ...(accountCard && { accountCard }),
  });
}
