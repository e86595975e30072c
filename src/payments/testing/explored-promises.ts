/** For the exhaustive check: what must hold in every world (product.md §5), written out. */
import { decide } from '../reconcile/decide.ts';
import type { ChainVerdict } from '../reconcile/evidence.ts';
import { canBeWrong } from '../reconcile/final-looks.ts';
import { summaryOf } from '../journal/payment-row.ts';
import {
  cardOf,
  cardsOf,
  LAST_TICK,
  ORDERS,
  rowsOf,
  type ExploredOrder,
  type OrderId,
  type World,
} from './explored-world.ts';

/** The promise that is broken in this world, in words; null when all hold. */
export function brokenIn(world: World): string | null {
  const [first, second] = world.orders;
  const shared = first.row?.cardId ?? null;
  if (shared !== null && second.row?.cardId === shared)
    return `both orders are closed by ${shared === cardOf(0) ? 'the card of order 0' : 'the card of order 1'}`;
  const faults = ORDERS.map((id) => brokenOf(id, world.orders[id]) ?? stuckIn(world, id));
  return faults.find((fault) => fault !== null) ?? null;
}

function brokenOf(id: OrderId, { row, paidAfter, signedAt }: ExploredOrder): string | null {
  if (row === null) return signedAt === null ? null : `the record of order ${id} is lost`;
  const isOpen = row.state === 'signed' || row.state === 'sent' || row.state === 'unknown';
  if (isOpen && row.signed === null) return `the payload of order ${id} is lost while its outcome is open`;
  if (row.settledAtSec !== null && paidAfter === null) return `order ${id} is “proven” and was not charged`;
  if (paidAfter !== null)
    return row.state === 'not-charged' ? `order ${id} is called “not charged” and was charged` : null;
  if (row.state === 'paid-not-delivered')
    return `order ${id} is called “paid, not delivered” and was not charged`;
  // A cache can hand out an answer that this device has never seen; then the chain is asked, and takes the word back.
  return row.state === 'delivered' && !canBeWrong(summaryOf(row))
    ? `order ${id} is called “paid” for good and was not charged`
    : null;
}

/** A day later, with nodes and lists that are up to date, one look is enough for the truth. */
function stuckIn(world: World, id: OrderId): string | null {
  const { row, paidAfter, card } = world.orders[id];
  if (row?.state !== 'unknown' || world.tick < LAST_TICK) return null;
  const chain: ChainVerdict =
    paidAfter === null
      ? { kind: 'expired-unused' }
      : { kind: 'settled', transaction: `transaction-${id}`, atSec: row.validBeforeSec ?? 0 };
  const evidence = {
    chain,
    listing: { kind: 'listed', products: cardsOf(world) },
    rows: rowsOf(world),
  } as const;
  const decision = decide(summaryOf(row), evidence);
  if (decision.kind !== 'step') return `order ${id} stays unknown for ever`;
  if (paidAfter === null)
    return decision.to === 'not-charged' ? null : `order ${id} is never called “not charged”`;
  const { cardId, candidateIds = [] } = decision.patch;
  const found = card ? [cardId, ...candidateIds].includes(cardOf(id)) || isTaken(world, id) : true;
  return found ? null : `the card of order ${id} is never found`;
}

const isTaken = (world: World, id: OrderId): boolean =>
  world.orders.some(({ row }, at) => at !== id && row?.cardId === cardOf(id));
