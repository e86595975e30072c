import type { Card } from '../card.ts';
import { feeOfCard } from '../fee-truth.ts';
import { formatUsd } from '../money.ts';
import { signal, type Signal, type SignalThresholds } from './signal.ts';

const WINDOW_MS = 10 * 60_000;

/** Two or more orders within ten minutes that together pass the limit one order would have been told at (product.md §2). */
export function splitOrders(
  cards: readonly Card[],
  { perOrderCents }: Pick<SignalThresholds, 'perOrderCents'>,
): Signal[] {
  const orders = cards
    .flatMap((card) =>
      card.orderedAtMs !== null && card.usdAmountCents !== null
        ? [{ id: card.id, atMs: card.orderedAtMs, cents: card.usdAmountCents }]
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
    const split =
      group.length >= 2 && total > perOrderCents && group.every((order) => order.cents <= perOrderCents);
    if (split)
      found.push(
        signal({
          kind: 'split-orders',
          id: `split-orders ${group
            .map(({ id }) => id)
            .toSorted()
            .join(' ')}`,
          level: 'attention',
          sentence: `${group.length} cards worth ${formatUsd(total)} were ordered within ten minutes.`,
          reason: `Each is under ${formatUsd(perOrderCents)}, but together they exceed it: one large order split up, or an agent repeating itself.`,
          cardIds: group.map(({ id }) => id),
          amountCents: total,
        }),
      );
    first += split ? group.length : 1;
  }
  return found;
}

/** Charged − face, against what is documented: a fee that drifts (product.md §2, "fee truth"). */
export function feeDrift(cards: readonly Card[]): Signal[] {
  return cards.flatMap((card) => {
    if (card.chargedCents === null || card.usdAmountCents === null || card.type !== 'intl') return [];
    const fee = feeOfCard(card);
    if (!fee?.differs) return [];
    return [
      signal({
        kind: 'fee-drift',
        id: `fee-drift ${card.id}`,
        level: fee.feeCents > fee.documentedCents ? 'attention' : 'notice',
        sentence: `A card of ${formatUsd(card.usdAmountCents)} was charged ${formatUsd(card.chargedCents)}: a fee of ${formatUsd(fee.feeCents)}, where ${formatUsd(fee.documentedCents)} is documented.`,
        reason: 'Laso documents 3.8% on top of an international card. Ask Laso why this one differs.',
        cardIds: [card.id],
        amountCents: Math.abs(fee.feeCents - fee.documentedCents),
      }),
    ];
  });
}
