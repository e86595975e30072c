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
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What Laso documents, of those that refuse. */
export const REFUSAL_STATUSES = [400, 401, 403, 404, 409, 429] as const;
export type RefusalStatus = (typeof REFUSAL_STATUSES)[number];

export interface Fault {
  /** The path without its leading slash ("get-card", "identity", "redeem-code"), or "*". */
  route: string;
  kind: FaultKind;
  /** How often; 1 when left out. */
  times: number;
  /**
   * Only requests without ("quote") or with ("payment") a payment header. "settling", the default of what happens around a
   * settlement: on paid routes only requests that pay, elsewhere every request.
   */
  when: 'quote' | 'payment' | 'settling' | 'any';
  /** Only this method, when given. */
  method: string | null;
  /** slow: how long; rate-limited: Retry-After; settlement-pending: when the chain takes the transfer. */
  ms: number;
  /** changed-challenge: dotted path → value; null removes the field. */
  patch: Record<string, unknown>;
  /**
   * error-after-settlement, frozen-after-settlement, second-challenge (settled), settlement-pending: the order is made all the same. Without it
   * the payment is credited to the balance.
   */
  orderMade: boolean;
  /** second-challenge: the first payment was settled all the same. */
  settled: boolean;
  /** slow: before anything is done, not after. */
  before: boolean;
  /** refused: with which status. */
  status: RefusalStatus;
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
}

const DEFAULT_WHEN: Partial<Record<FaultKind, Fault['when']>> = {
  'changed-challenge': 'quote',
  'settlement-failure': 'payment',
  'settlement-pending': 'payment',
  'expired-blockhash': 'payment',
  'second-challenge': 'payment',
  'frozen-after-settlement': 'settling',
  duplicate: 'settling',
  'drop-before': 'settling',
  'drop-after-settlement': 'settling',
  'error-before-settlement': 'settling',
  'error-after-settlement': 'settling',
};

function fitsMoment(when: Fault['when'], { paying, paid }: FaultRequest): boolean {
  if (when === 'any') return true;
  if (when === 'settling') return paying || !paid;
  return (when === 'payment') === paying;
}

/** The connection breaks. */
export const isDrop = ({ kind }: Fault): boolean =>
  kind === 'drop-before' || kind === 'drop-after-settlement';

export function createFaults(added: (fault: Fault) => void = () => {}): Faults {
  const active: Fault[] = [];
  const fits = (fault: Fault, request: FaultRequest): boolean =>
    (fault.route === '*' || fault.route === request.route) &&
    (fault.method === null || fault.method === request.method) &&
    fitsMoment(fault.when, request);

  return {
    add: (wanted) => {
      const fault: Fault = {
        times: 1,
        when: DEFAULT_WHEN[wanted.kind] ?? 'any',
        method: null,
        ms: 1_000,
        patch: {},
        orderMade: false,
        settled: false,
        before: false,
        status: 400,
        message: null,
        reason: 'insufficient_funds',
        ...wanted,
      };
      active.push(fault);
      added(fault);
      return fault;
    },
    take: (kind, request) => {
      const index = active.findIndex((fault) => fault.kind === kind && fits(fault, request));
      const fault = active[index];
      if (!fault) return null;
      fault.times -= 1;
      if (fault.times <= 0) active.splice(index, 1);
      return fault;
    },
    list: () => active.map((fault) => ({ ...fault })),
    clear: () => {
      active.length = 0;
    },
  };
}
