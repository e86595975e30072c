/** For the exhaustive check: everything that can happen next in the explored world. */
import type { Move } from '#testing/explore.ts';
import type { Decision } from '../reconcile/decide.ts';
import type { ChainVerdict, ProductListing } from '../reconcile/evidence.ts';
import { leftover } from '../journal/leftover-rows.ts';
import { maySend } from '../pay/may-send.ts';
import { PaymentError } from '../payment-error.ts';
import { advance, amend, summaryOf, type PaymentRow } from '../journal/payment-row.ts';
import { refuseRepeat } from '../pay/repeat-guard.ts';
import { stepsOf, type ExploredRules } from './explored-paying.ts';
import { reviewOf } from './order-builders.ts';
import {
  cardsOf,
  isUsable,
  LAST_TICK,
  newRow,
  nowMsAt,
  ORDERS,
  rowsOf,
  withOrder,
  withTab,
  type OrderId,
  type World,
} from './explored-world.ts';

/** How much happens at once. */
export interface Size {
  readonly tabs: 1 | 2;
  readonly orders: 1 | 2;
}

/** Sends of one payload that are explored: the first, and one more. */
const MOST_SENDS = 2;

export const movesWith =
  (rules: ExploredRules, size: Size) =>
  (world: World): Move<World>[] => {
    const nowMs = nowMsAt(world.tick, rules.tickSec);
    return [
      ...(world.tick < LAST_TICK ? [{ name: 'time passes', next: { ...world, tick: world.tick + 1 } }] : []),
      ...ORDERS.flatMap((id) => byLaso(world, id)),
      ...[0, 1].slice(0, size.tabs).flatMap((tab) => byTab(world, tab, nowMs, { ...rules, ...size })),
    ];
  };

/** Laso settles late, with the card or without, or makes a card late. */
function byLaso(world: World, id: OrderId): Move<World>[] {
  const order = world.orders[id];
  const settles =
    order.held && order.signedAt !== null && isUsable(world, order)
      ? [true, false].map((card) => ({
          name: `Laso settles order ${id} late${card ? ', with its card' : ''}`,
          next: withOrder(world, id, { paidAfter: world.tick - (order.signedAt ?? 0), held: false, card }),
        }))
      : [];
  return order.paidAfter !== null && !order.card
    ? [{ name: `Laso makes the card of order ${id} late`, next: withOrder(world, id, { card: true }) }]
    : settles;
}

function byTab(world: World, at: number, nowMs: number, rules: ExploredRules & Size): Move<World>[] {
  const tab = world.tabs[at];
  if (!tab || tab.kind === 'idle')
    return [
      ...starts(world, at, nowMs, rules),
      ...ORDERS.flatMap((id) => looks(world, at, id, nowMs, rules)),
    ];
  const idle = (next: World): World => withTab(next, at, { kind: 'idle' });
  const dies = { name: `tab ${at} is killed`, next: idle(world) };
  if (tab.kind === 'looking') {
    const { order, revision, chain, listing } = tab;
    const { row } = world.orders[order];
    const decision =
      row?.revision === revision
        ? rules.decide(summaryOf(row), { chain, listing, rows: rowsOf(world) }, nowMs)
        : { kind: 'nothing' as const };
    const next =
      row && decision.kind !== 'nothing'
        ? withOrder(world, order, { row: decided(row, decision, nowMs) })
        : world;
    return [{ name: `tab ${at} writes down “${chain.kind}” of order ${order}`, next: idle(next) }];
  }
  return [dies, ...stepsOf(world, { tab: at, order: tab.order, answer: tab.answer }, { nowMs, rules })];
}

/** What a person or a starting page does while no other tab pays: the wallet's lock refuses the rest. */
function starts(world: World, at: number, nowMs: number, { orders: count }: Size): Move<World>[] {
  if (world.tabs.some((tab) => tab.kind === 'paying')) return [];
  const left = ORDERS.find((id) => {
    const { row } = world.orders[id];
    return row && leftover(summaryOf(row), nowMs);
  });
  // Whoever takes the lock settles what was left behind first.
  if (left !== undefined) {
    const { row } = world.orders[left];
    const next = row && leftover(summaryOf(row), nowMs);
    return row && next
      ? [
          {
            name: `order ${left} was left behind`,
            next: withOrder(world, left, {
              row: advance(row, next.to, { atMs: nowMs, patch: { reason: next.reason } }),
            }),
          },
        ]
      : [];
  }
  return ORDERS.slice(0, count).flatMap((id) => [
    ...orders(world, at, id, nowMs),
    ...againOrAway(world, at, id, nowMs),
  ]);
}

function orders(world: World, at: number, id: OrderId, nowMs: number): Move<World>[] {
  const other = world.orders[0];
  // The second order begins once the first one is there; one order each.
  if (world.orders[id].row || (id === 1 && !other.row)) return [];
  if (rowsOf(world).some(({ state }) => state === 'signed')) return [];
  const acknowledged = refusesRepeat(world);
  const known = [null, cardsOf(world).map((card) => card.id)];
  return known.map((ids) => ({
    name: `tab ${at} orders ${id}${ids ? '' : ' without knowing the cards'}${acknowledged ? ', although the other one may be paid' : ''}`,
    next: withTab(withOrder(world, id, { row: newRow(id, nowMs, ids), acknowledged }), at, {
      kind: 'paying',
      order: id,
      answer: null,
    }),
  }));
}

function refusesRepeat(world: World): boolean {
  try {
    refuseRepeat(rowsOf(world), reviewOf(), []);
    return false;
  } catch (error) {
    if (error instanceof PaymentError) return true;
    throw error;
  }
}

/** “Send” and “Discard” for what is signed, the identical payload again for what is unknown. */
function againOrAway(world: World, at: number, id: OrderId, nowMs: number): Move<World>[] {
  const { row } = world.orders[id];
  if (!row || (row.state !== 'signed' && row.state !== 'unknown')) return [];
  const away =
    row.state === 'signed'
      ? [
          {
            name: `order ${id} is discarded`,
            next: withOrder(world, id, {
              row: advance(row, 'not-charged', { atMs: nowMs, patch: { reason: '' } }),
            }),
          },
        ]
      : [];
  if (row.sends >= MOST_SENDS || !maySend(summaryOf(row), nowMs)) return away;
  const sent = advance(row, 'sent', { atMs: nowMs, patch: { sends: row.sends + 1 } });
  return [
    ...away,
    {
      name: `tab ${at} sends order ${id} again`,
      next: withTab(withOrder(world, id, { row: sent }), at, { kind: 'paying', order: id, answer: null }),
    },
  ];
}

/** Looks at one row: every verdict its nodes can give, with every list its account can show. */
function looks(world: World, at: number, id: OrderId, nowMs: number, rules: ExploredRules): Move<World>[] {
  const order = world.orders[id];
  const { row, signedAt, paidAfter, endOffset } = order;
  if (!row || !rules.needsEvidence(summaryOf(row), nowMs)) return [];
  const age = world.tick - (signedAt ?? world.tick);
  const chains: readonly ChainVerdict[] = row.marks
    ? rules.verdicts({ age, paidAfter, named: row.transaction !== null }, endOffset)
    : [{ kind: 'unreadable', why: '' }];
  const listings: ProductListing[] = [
    { kind: 'unreadable' },
    { kind: 'listed', products: cardsOf(world) },
    // A list of some time ago.
    { kind: 'listed', products: [] },
  ];
  return chains.flatMap((chain) =>
    listings.map((listing) => ({
      name: `tab ${at} looks at order ${id}: chain ${chain.kind}, list ${listing.kind === 'listed' ? `of ${listing.products.length}` : listing.kind}`,
      next: withTab(world, at, {
        kind: 'looking',
        order: id,
        revision: row.revision,
        chain: namedAs(chain, id),
        listing,
      }),
    })),
  );
}

const namedAs = (chain: ChainVerdict, id: OrderId): ChainVerdict =>
  chain.kind === 'settled' ? { ...chain, transaction: `transaction-${id}` } : chain;

function decided(
  row: PaymentRow,
  decision: Exclude<Decision, { kind: 'nothing' }>,
  atMs: number,
): PaymentRow {
  const { patch } = decision;
  return decision.kind === 'amend' ? amend(row, { atMs, patch }) : advance(row, decision.to, { atMs, patch });
}
