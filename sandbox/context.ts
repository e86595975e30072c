import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { BaseChain } from './chain/base-chain.ts';
import type { SolanaChain } from './chain/solana-chain.ts';
import type { SandboxClock } from './clock.ts';
import type { AnswerMemory } from './control/answer-memory.ts';
import type { FaultRequest, Faults } from './control/faults.ts';
import type { RateWindow } from './control/rate-window.ts';
import type { RequestLog } from './control/request-log.ts';
import type { WaitingRoom } from './control/waiting-room.ts';
import type { HeldSettlements } from './payment/held-settlements.ts';
import type { Idempotency } from './payment/idempotency.ts';
import type { Switches } from './payment/switches.ts';
import type { GiftCards } from './store/gift-cards.ts';
import type { SignInChallenges } from './store/sign-in-challenges.ts';
import type { Store } from './store/store.ts';
import type { Tokens } from './store/tokens.ts';

export interface Charge {
  atomic: bigint;
  description: string;
  /** What its challenges offer besides the payment, made for each challenge. */
  extensions?: (c: RequestContext) => Record<string, unknown>;
}

export interface PaymentGate {
  /**
   * Answers 402 until the charge is paid, then settles it on the chain and only then calls `deliver` with the
   * payer's account id: at Laso, money moves before the order is made. When `deliver` fails, the charge goes
   * to the payer's account balance.
   */
  charge(
    c: RequestContext,
    charge: Charge,
    deliver: (userId: string) => Promise<Response>,
  ): Promise<Response>;
  /** The 402 that names the charge, and why it is answered. */
  ask(c: RequestContext, charge: Charge, error: string): Promise<Response>;
}

/** What every route works with. */
export interface SandboxContext {
  clock: SandboxClock;
  store: Store;
  catalogue: Catalogue;
  giftCards: GiftCards;
  tokens: Tokens;
  faults: Faults;
  answers: AnswerMemory;
  log: RequestLog;
  chain: BaseChain;
  solana: SolanaChain | null;
  payments: PaymentGate;
  switches: Switches;
  idempotency: Idempotency;
  /**
   * What each settled payment bought: the order's answer by
   * the payment's `authorizationKey`. Tests compare with it.
   */
  deliveries: Map<string, unknown>;
  held: HeldSettlements;
  signIns: SignInChallenges;
  waiting: WaitingRoom;
  rateWindow: RateWindow;
  /**
   * The request's address as challenges and sign-in messages write it: behind a proxy it has another origin.
   */
  resourceUrl(c: RequestContext): string;
  dashboardUrl: string;
}

export interface SandboxEnv {
  Bindings: HttpBindings;
  Variables: {
    /** Fault `stale-list`: this read is answered as of then, in milliseconds of the sandbox's clock. */
    asOf?: number;
    /** True when something between the page and Laso answered in Laso's place. */
    foreign?: boolean;
  };
}
export type SandboxApp = Hono<SandboxEnv>;
export type RequestContext = Context<SandboxEnv>;

/** Laso puts its Firebase functions' address into paid answers; the app must ignore it. */
export const CALLABLE_BASE_URL = 'https://us-central1-kyc-ts.cloudfunctions.net';

/** `GET` on these requires a payment first. */
const PAID_ROUTES = new Set(['auth', 'get-card', 'order-intl-card', 'order-gift-card', 'get-push-to-card']);

/** "get-card" for /get-card: faults and the request log name a route this way. */
export function routeOf(path: string): string {
  if (path.startsWith('/identity/')) return 'identity';
  return path.replace(/^\/+/, '');
}

export const isPaying = (c: RequestContext): boolean =>
  c.req.header('payment-signature') !== undefined || c.req.header('x-payment') !== undefined;

export const faultRequestOf = (c: RequestContext, repeat = false): FaultRequest => ({
  repeat,
  route: routeOf(c.req.path),
  method: c.req.method,
  paying: isPaying(c) || c.req.header('sign-in-with-x') !== undefined,
  paid: c.req.method === 'GET' && PAID_ROUTES.has(routeOf(c.req.path)),
});
