/** For tests: what the sandbox can do to a payment and to reads (sandbox/README.md, "Faults"), each about as likely. */
import * as z from 'zod/mini';
import type { Sandbox } from '#sandbox/app.ts';
import { GATEWAY_PAGES, GATEWAY_STATUSES, type Fault, type FaultKind } from '#sandbox/control/faults.ts';
import type { SignedPayment } from '../journal/signed-payment.ts';

export type Chance = (share: number) => boolean;
type Strike = (chance: Chance) => readonly Partial<Fault>[];

/** Longer than any timer: only the end of waiting ends it. */
const HELD_MS = 2 ** 40;

const PAID_KINDS: readonly FaultKind[] = [
  'drop-before',
  'drop-after-settlement',
  'error-before-settlement',
  'error-after-settlement',
  'settlement-failure',
  'settlement-pending',
  'expired-blockhash',
  'second-challenge',
  'frozen-after-settlement',
  'malformed-json',
  'slow',
  'rate-limited',
  'expired-token',
  'frozen',
  'not-found',
  'hidden-cors',
];

function oneOf<T>(list: readonly [T, ...T[]], chance: Chance): T {
  const [first, ...rest] = list;
  const [second, ...more] = rest;
  return second === undefined || chance(1 / list.length) ? first : oneOf([second, ...more], chance);
}

const gateway = (chance: Chance): Partial<Fault> => ({
  kind: 'gateway',
  status: oneOf(GATEWAY_STATUSES, chance),
  page: oneOf(GATEWAY_PAGES, chance),
  cors: chance(0.8),
});

const kind =
  (one: FaultKind): Strike =>
  (chance) => [
    {
      kind: one,
      when: 'payment',
      ms: HELD_MS,
      orderMade: chance(0.5),
      settled: chance(0.5),
      before: chance(0.5),
    },
  ];

const replayed =
  (before: boolean): Strike =>
  (chance) => [
    { kind: 'replayed', when: 'payment', before, back: oneOf([1, 2, 3, 4], chance) },
    // A cache that keeps the answer and not its headers, or a page that may not read them.
    ...(chance(0.3) ? [{ kind: 'hidden-cors' as const, when: 'payment' as const }] : []),
  ];

export const PAID_FAULTS: ReadonlyMap<string, Strike> = new Map<string, Strike>([
  ...PAID_KINDS.map((one): [string, Strike] => [one, kind(one)]),
  // A browser's second request, answered by the server or by something else.
  ['duplicate', () => [{ kind: 'duplicate' }]],
  [
    'duplicate, then gateway',
    (chance) => [{ kind: 'duplicate' }, { ...gateway(chance), when: 'payment', repeat: true, before: true }],
  ],
  ['gateway before', (chance) => [{ ...gateway(chance), when: 'payment', before: true }]],
  ['gateway after', (chance) => [{ ...gateway(chance), when: 'payment' }]],
  ['replayed before', replayed(true)],
  ['replayed after', replayed(false)],
]);

const LIST = { route: 'get-card-data', lastsMs: HELD_MS } as const;

export const READ_FAULTS: ReadonlyMap<string, Strike> = new Map<string, Strike>([
  ['list by a gateway', (chance) => [{ ...LIST, ...gateway(chance) }]],
  [
    'list is 404',
    (chance) => [{ ...LIST, kind: 'gateway', status: 404, page: oneOf(GATEWAY_PAGES, chance) }],
  ],
  ['list replayed', (chance) => [{ ...LIST, kind: 'replayed', back: oneOf([1, 2, 4, 8], chance) }]],
  ['list stale', (chance) => [{ ...LIST, kind: 'stale-list', ms: oneOf([5_000, 30_000, 120_000], chance) }]],
  ['list refused', () => [{ ...LIST, kind: 'expired-token' }]],
  ['list cut off', () => [{ ...LIST, kind: 'malformed-json' }]],
]);

const headerSchema = z.object({
  payload: z.looseObject({ authorization: z.optional(z.unknown()), transaction: z.optional(z.string()) }),
});
const deliverySchema = z.object({ card: z.object({ card_id: z.string() }) });

/** The card that this payment bought, as the sandbox knows it; null: none. */
export function broughtBy({ deliveries }: Sandbox, { headerValue }: SignedPayment): string | null {
  const { payload } = z.parse(headerSchema, JSON.parse(Buffer.from(headerValue, 'base64').toString()));
  const key = JSON.stringify(payload.authorization ?? payload.transaction ?? null);
  const delivery = z.safeParse(deliverySchema, deliveries.get(key));
  return delivery.success ? delivery.data.card.card_id : null;
}
