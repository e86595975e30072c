import type { RefusalName } from './named-refusals.ts';

/** What can be made to go wrong (README, "Faults"). */
export const FAULT_KINDS = [
  'drop-before',
  'drop-after-settlement',
  'error-before-settlement',
  'error-after-settlement',
  'settlement-failure',
  'settlement-pending',
  'expired-blockhash',
  'second-challenge',
  'frozen-after-settlement',
  'duplicate',
  'changed-challenge',
  'rate-limited',
  'slow',
  'malformed-json',
  'expired-token',
  'frozen',
  'hidden-cors',
  'not-found',
  'refused',
  'refused-after-settlement',
  'gateway',
  'replayed',
  'stale-list',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** The refusals that Laso documents. */
export const REFUSAL_STATUSES = [400, 401, 403, 404, 409, 429] as const;
export type RefusalStatus = (typeof REFUSAL_STATUSES)[number];

/** What stands between a page and Laso answers with these. */
export const GATEWAY_STATUSES = [200, 401, 403, 404, 502, 503] as const;
export const GATEWAY_PAGES = ['html', 'json', 'empty'] as const;

export interface Fault {
  /** The path without its leading slash ("get-card", "identity", "redeem-code"), or "*". */
  route: string;
  kind: FaultKind;
  /** How many times; 1 when left out. */
  times: number;
  /** This long from now by the sandbox's clock, any number of times; null: `times` counts. */
  lastsMs: number | null;
  /**
   * Only requests without ("quote") or with ("payment") a payment header. "settling", the default of what
   * happens around a settlement: on paid routes only requests that pay, elsewhere every request.
   */
  when: 'quote' | 'payment' | 'settling' | 'any';
  /** Only this method, when given. */
  method: string | null;
  /**
   * slow: how long; rate-limited, and refused with `retryAs`: Retry-After; settlement-pending: when the chain
   * takes the transfer; stale-list: how old.
   */
  ms: number;
  /** changed-challenge: dotted path → value; null removes the field. */
  patch: Record<string, unknown>;
  /**
   * error-after-settlement, frozen-after-settlement, refused-after-settlement, second-challenge (settled),
   * settlement-pending: the order is made all the same. Without it the payment goes to the balance.
   */
  orderMade: boolean;
  /** second-challenge: the first payment was settled all the same. */
  settled: boolean;
  /**
   * slow, gateway, replayed: before anything is done, not
   * after; with gateway and replayed the request never arrives.
   */
  before: boolean;
  /** Only the second of the two requests of a `duplicate`. */
  repeat: boolean;
  /** refused, refused-after-settlement, gateway: with which status. */
  status: number;
  /** refused, refused-after-settlement: one of the refusals that have a name; its status and words. */
  refusal: RefusalName | null;
  /**
   * refused, refused-after-settlement: more of the body,
   * beside `error` or in its place; null takes a field out.
   */
  body: Record<string, unknown>;
  /** refused, refused-after-settlement: `Retry-After` in `ms`, in one of its two forms. */
  retryAs: 'seconds' | 'date' | null;
  /** gateway: what its answer looks like. */
  page: (typeof GATEWAY_PAGES)[number];
  /** gateway: whether a page on the web may read it. */
  cors: boolean;
  /** replayed: how many answers back; 1 is the newest. */
  back: number;
  /** The server's words in errors; `frozen_message` for frozen. */
  message: string | null;
  /** settlement-failure: errorReason. */
  reason: string;
}

export interface Faults {
  add(fault: Partial<Fault> & Pick<Fault, 'route' | 'kind'>): Fault;
  /** The first fault of this kind that fits the request, counted down; null when there is none. */
  take(kind: FaultKind, request: FaultRequest): Fault | null;
  list(): Fault[];
  clear(): void;
}

export interface FaultRequest {
  route: string;
  method: string;
  paying: boolean;
  /** A route that takes a payment. */
  paid: boolean;
  /** The same request has just run (`duplicate`). */
  repeat: boolean;
}

const DEFAULT_WHEN: Partial<Record<FaultKind, Fault['when']>> = {
  'changed-challenge': 'quote',
  'settlement-failure': 'payment',
  'settlement-pending': 'payment',
  'expired-blockhash': 'payment',
  'second-challenge': 'payment',
  'frozen-after-settlement': 'settling',
  'refused-after-settlement': 'settling',
  duplicate: 'settling',
  'drop-before': 'settling',
  'drop-after-settlement': 'settling',
  'error-before-settlement': 'settling',
  'error-after-settlement': 'settling',
  gateway: 'settling',
  replayed: 'settling',
};

function fitsMoment(when: Fault['when'], { paying, paid }: FaultRequest): boolean {
  if (when === 'any') return true;
  if (when === 'settling') return paying || !paid;
  return (when === 'payment') === paying;
}

/** The connection breaks. */
export const isDrop = ({ kind }: Fault): boolean =>
  kind === 'drop-before' || kind === 'drop-after-settlement';

export function createFaults(added: (fault: Fault) => void = () => {}, now: () => number = Date.now): Faults {
  const active: Fault[] = [];
  const endsAt = new WeakMap<Fault, number>();
  const fits = (fault: Fault, request: FaultRequest): boolean =>
    (fault.route === '*' || fault.route === request.route) &&
    (fault.method === null || fault.method === request.method) &&
    (!fault.repeat || request.repeat) &&
    fitsMoment(fault.when, request);

  const dropEnded = (): void => {
    const left = active.filter((fault) => now() < (endsAt.get(fault) ?? Infinity));
    active.splice(0, active.length, ...left);
  };

  return {
    add: (wanted) => {
      const fault: Fault = {
        times: 1,
        lastsMs: null,
        when: DEFAULT_WHEN[wanted.kind] ?? 'any',
        method: null,
        ms: 1_000,
        patch: {},
        orderMade: false,
        settled: false,
        before: false,
        repeat: false,
        status: wanted.kind === 'gateway' ? 403 : 400,
        refusal: null,
        body: {},
        retryAs: null,
        page: 'html',
        cors: true,
        back: 1,
        message: null,
        reason: 'insufficient_funds',
        ...wanted,
      };
      active.push(fault);
      if (fault.lastsMs !== null) endsAt.set(fault, now() + fault.lastsMs);
      added(fault);
      return fault;
    },
    take: (kind, request) => {
      dropEnded();
      const index = active.findIndex((fault) => fault.kind === kind && fits(fault, request));
      const fault = active[index];
      if (!fault) return null;
      if (fault.lastsMs !== null) return fault;
      fault.times -= 1;
      if (fault.times <= 0) active.splice(index, 1);
      return fault;
    },
    list: () => {
      dropEnded();
      return active.map((fault) => ({ ...fault }));
    },
    clear: () => {
      active.length = 0;
    },
  };
}
