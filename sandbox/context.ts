import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { BaseChain } from './chain/base-chain.ts';
import type { SandboxClock } from './clock.ts';
import type { FaultRequest, Faults } from './control/faults.ts';
import type { RequestLog } from './control/request-log.ts';
import type { Store } from './store/store.ts';
import type { Tokens } from './store/tokens.ts';
import type { PaymentGate } from './payment-gate.ts';

/** What every route works with. */
export interface SandboxContext {
  clock: SandboxClock;
  store: Store;
  tokens: Tokens;
  faults: Faults;
  log: RequestLog;
  chain: BaseChain;
  payments: PaymentGate;
  dashboardUrl: string;
  /** How `/get-auth-link` writes its links: as documented first, or as Laso has published since. */
  linkStyle: 'authToken' | 'code';
}

export interface SandboxEnv {
  Bindings: HttpBindings;
}
export type SandboxApp = Hono<SandboxEnv>;
export type RequestContext = Context<SandboxEnv>;

/** Laso puts its Firebase functions' address into paid answers; the app must ignore it. */
export const CALLABLE_BASE_URL = 'https://us-central1-kyc-ts.cloudfunctions.net';

/** "get-card" for /get-card: how faults and the request log name a route. */
export function routeOf(path: string): string {
  if (path.startsWith('/identity/')) return 'identity';
  return path.replace(/^\/+/, '');
}

export const isPaying = (c: RequestContext): boolean =>
  c.req.header('payment-signature') !== undefined || c.req.header('x-payment') !== undefined;

export const faultRequestOf = (c: RequestContext): FaultRequest => ({
  route: routeOf(c.req.path),
  method: c.req.method,
  paying: isPaying(c),
});
