import type { Card } from '../card.ts';
import { FEE_TOLERANCE_CENTS, feeOfCard } from '../fee-truth.ts';
import { formatUsd, usdcAtomicToCents } from '../money.ts';
import type { KnownPayment } from './payments.ts';
import { lastingId, signal, type Signal, type SignalThresholds } from './signal.ts';

const WINDOW_MS = 10 * 60_000;

/**
 * Two or more orders within ten minutes that together pass the limit, however large each is (product.md §2).
 */
export function splitOrders(
  cards: readonly Card[],
  { perOrderCents }: Pick<SignalThresholds, 'perOrderCents'>,
): Signal[] {
  const orders = cards
    .flatMap((card) =>
      card.orderedAtMs !== null && card.usdAmountCents !== null
        ? [{ id: card.id, lasting: lastingId(card), atMs: card.orderedAtMs, cents: card.usdAmountCents }]
        : [],
    )
    .toSorted((a, b) => a.atMs - b.atMs);
  const found: Signal[] = [];
  for (let first = 0; first < orders.length;) {
    const ends = (orders[first]?.atMs ?? 0) + WINDOW_MS;
    let after = first + 1;
    while ((orders[after]?.atMs ?? Infinity) <= ends) after += 1;
    const group = orders.slice(first, after);
    const total = group.reduce((sum, order) => sum + order.cents, 0);
    const split = group.length >= 2 && total > perOrderCents;
    if (split)
      found.push(
        signal({
          kind: 'split-orders',
          id: `split-orders ${group
            .map(({ lasting }) => lasting)
            .toSorted()
            .join(' ')}`,
          level: 'attention',
          sentence: `${group.length} cards worth ${formatUsd(total)} were ordered within ten minutes.`,
          cardIds: group.map(({ id }) => id),
          amountCents: total,
        }),
      );
    first += split ? group.length : 1;
  }
  return found;
}

/**
 * Charged − face (product.md §2, "fee truth"): against what was quoted and paid where the order was paid in
 * this browser, else against what is documented.
 */
export function feeDrift(cards: readonly Card[], payments: readonly KnownPayment[]): Signal[] {
  const paidFor = new Map(payments.flatMap((payment) => paidCents(payment)));
  return cards.flatMap((card) => {
    const fee = feeOfCard(card);
    if (!fee || card.usdAmountCents === null) return [];
    const quotedCents = paidFor.get(card.id) ?? paidFor.get(lastingId(card)) ?? null;
    const expectedCents = quotedCents === null ? fee.documentedCents : quotedCents - card.usdAmountCents;
    const drift = fee.feeCents - expectedCents;
    if (Math.abs(drift) <= FEE_TOLERANCE_CENTS) return [];
    // Less than documented is a promotion. Less than what was quoted and paid is not: then more was paid than
    // Laso says it took.
    if (quotedCents === null && fee.drift !== 'above') return [];
    return [
      signal({
        kind: 'fee-drift',
        id: `fee-drift ${lastingId(card)}`,
        level: drift > 0 ? 'attention' : 'notice',
        sentence: `A card of ${formatUsd(card.usdAmountCents)} was charged ${formatUsd(card.usdAmountCents + fee.feeCents)}: a fee of ${formatUsd(fee.feeCents)}, where ${formatUsd(expectedCents)} ${quotedCents === null ? 'is documented' : 'was quoted and paid'}.`,
        cardIds: [card.id],
        amountCents: Math.abs(drift),
      }),
    ];
  });
}

/** What this browser's wallet paid for a card: the amount that was quoted and signed. */
const paidCents = ({ state, cardId, amountAtomic }: KnownPayment): [string, number][] =>
  state === 'delivered' && cardId !== null ? [[cardId, usdcAtomicToCents(amountAtomic)]] : [];
