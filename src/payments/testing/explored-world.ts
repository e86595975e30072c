/**
 * For the exhaustive check: two orders of one thing by one wallet, two tabs, Laso, a chain and its nodes, as small as faults allow. Plain data;
 * what a page concludes comes from the real rules (`ExploredRules`), what the others do is all that they could do.
 */
import { signedPayment, reviewOf } from './order-builders.ts';
import type { ChainVerdict, ListedProduct, ProductListing } from '../reconcile/evidence.ts';
import { summaryOf, type PaymentRow, type PaymentSummary } from '../journal/payment-row.ts';
import { rowOf } from '../pay/sign-order.ts';
import type { PaidAnswer } from '../quote/transport.ts';
import { LAST_USABLE } from './explored-time.ts';

export type OrderId = 0 | 1;
export const ORDERS: readonly OrderId[] = [0, 1];

/** One order: its record on the device, and the truth about its money. */
export interface ExploredOrder {
  readonly row: PaymentRow | null;
  /** Tick of the signature. */
  readonly signedAt: number | null;
  /** How far beside the true end (blocks) the end was noted. */
  readonly endOffset: number;
  /** Ticks between signature and transfer; null while the money has not moved. */
  readonly paidAfter: number | null;
  /** Laso has the payload, and may settle it as long as the chain takes it. */
  readonly held: boolean;
  readonly card: boolean;
  /** The person was shown the other one as possibly paid, and ordered all the same. */
  readonly acknowledged: boolean;
}

export type Tab =
  | { readonly kind: 'idle' }
  /** Under the wallet's lock. `answer` once one has come. */
  | { readonly kind: 'paying'; readonly order: OrderId; readonly answer: PaidAnswer | null }
  /** Evidence in hand, gathered when the row had this revision, not yet written down. */
  | {
      readonly kind: 'looking';
      readonly order: OrderId;
      readonly revision: number;
      readonly chain: ChainVerdict;
      readonly listing: ProductListing;
    };

export interface World {
  readonly tick: number;
  readonly orders: readonly [ExploredOrder, ExploredOrder];
  readonly tabs: readonly [Tab, Tab];
}

const NOTHING: ExploredOrder = {
  row: null,
  signedAt: null,
  endOffset: 0,
  paidAfter: null,
  held: false,
  card: false,
  acknowledged: false,
};
export const START: World = {
  tick: 0,
  orders: [NOTHING, NOTHING],
  tabs: [{ kind: 'idle' }, { kind: 'idle' }],
};

/** Device time of a tick, ms. The last tick comes a day after the others: whatever waits is over. */
export const nowMsAt = (tick: number, tickSec: number): number =>
  1_700_000_000_000 + tick * tickSec * 1000 + (tick >= LAST_TICK ? 86_400_000 : 0);
export const LAST_TICK = 5;

export const cardOf = (order: OrderId): string => `card-${order}`;
export const transactionOf = (order: OrderId): string => `transaction-${order}`;

export const withOrder = (world: World, id: OrderId, changes: Partial<ExploredOrder>): World => ({
  ...world,
  orders: [
    id === 0 ? { ...world.orders[0], ...changes } : world.orders[0],
    id === 1 ? { ...world.orders[1], ...changes } : world.orders[1],
  ],
});

export const withTab = (world: World, at: number, tab: Tab): World => ({
  ...world,
  tabs: [at === 0 ? tab : world.tabs[0], at === 1 ? tab : world.tabs[1]],
});

export const rowsOf = (world: World): PaymentSummary[] =>
  world.orders.flatMap(({ row }) => (row ? [summaryOf(row)] : []));

/** Cards that the account's list shows, when it is up to date. */
export const cardsOf = (world: World): ListedProduct[] =>
  ORDERS.flatMap((id) =>
    world.orders[id].card ? [{ id: cardOf(id), kind: 'us-card', amountCents: 5_000, orderedAtMs: null }] : [],
  );

export const isUsable = (world: World, { signedAt, paidAfter }: ExploredOrder): boolean =>
  signedAt !== null && paidAfter === null && world.tick - signedAt <= LAST_USABLE;

export const newRow = (id: OrderId, nowMs: number, knownProductIds: readonly string[] | null): PaymentRow =>
  rowOf(reviewOf({ orderId: `order-${id}`, reviewedAtMs: nowMs }), nowMs, knownProductIds);

export const payloadOf = (id: OrderId, endSec: number) =>
  signedPayment({ nonce: `0x${String(id).padStart(64, 'a')}`, validBeforeSec: endSec });

/** Members of a row that are the same in every world, or are words. */
const NO_DIFFERENCE: ReadonlySet<string> = new Set([
  'version',
  'id',
  'revision',
  'product',
  'amountAtomic',
  'network',
  'asset',
  'payer',
  'payTo',
  'accountId',
  'requestUrl',
  'history',
  'signed',
  'marks',
  'reason',
  'hint',
  // A person may look again at any time: what was counted and noted for looks by themselves makes no difference.
  'looks',
]);

/** Equal for worlds that no rule and no invariant can tell apart: words do not count, times do. */
export const keyOf = (world: World): string =>
  JSON.stringify([world.tick, world.orders.map(orderKey), world.tabs.map((tab) => tabKey(world, tab))]);

function orderKey({ row, ...truth }: ExploredOrder): unknown {
  if (row === null) return 0;
  const members = Object.entries(row).flatMap(([name, value]) => (NO_DIFFERENCE.has(name) ? [] : [value]));
  const sentAtMs = row.history.find(({ state }) => state === 'sent')?.atMs;
  return [Object.values(truth), members, row.signed !== null, sentAtMs];
}

function tabKey(world: World, tab: Tab): unknown {
  if (tab.kind !== 'looking') return tab;
  const { chain, listing, order, revision } = tab;
  const fresh = world.orders[order].row?.revision === revision;
  // What is not fresh any more is thrown away, whatever it says.
  return fresh ? [order, chain.kind, chain.kind === 'settled' && chain.transaction, listing] : 'stale';
}
