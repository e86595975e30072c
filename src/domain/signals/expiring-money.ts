import type { Card } from '../card.ts';
import { formatUsd } from '../money.ts';
import {
  called,
  DAY_MS,
  lastingId,
  signal,
  spendable,
  type Signal,
  type SignalThresholds,
} from './signal.ts';

/**
 * "Six months after issue" (laso-api.md §4.2), counted from the order. The card's own date is masked until it
 * is asked for.
 */
export const LIVES_MONTHS = 6;
const URGENT_DAYS = 7;

/**
 * Cards with money that will be lost soon, or may be lost already, because they end (product.md §2, "days to
 * the card's expiry").
 */
export function expiringMoney(
  cards: readonly Card[],
  { expiringWithinDays }: Pick<SignalThresholds, 'expiringWithinDays'>,
  nowMs: number,
): Signal[] {
  return cards.filter(spendable).flatMap((card) => {
    if (card.orderedAtMs === null) return [];
    const daysLeft = Math.ceil((aboutEndMs(card.orderedAtMs) - nowMs) / DAY_MS);
    // Also not where the order's time is no time.
    if (!(daysLeft <= expiringWithinDays)) return [];
    return [
      signal({
        kind: 'expiring-money',
        id: `expiring-money ${lastingId(card)}`,
        level: daysLeft <= URGENT_DAYS ? 'attention' : 'notice',
        sentence: `${formatUsd(card.availableCents)} is left on ${called(card)}, which ${endsWhen(daysLeft)}.`,
        cardIds: [card.id],
        amountCents: card.availableCents,
      }),
    ];
  });
}

const endsWhen = (daysLeft: number): string => {
  if (daysLeft <= 0) return 'may have expired already';
  return daysLeft === 1 ? 'expires in about a day' : `expires in about ${daysLeft} days`;
};

/** The same day of the month; the month's last where it has no such day. */
function aboutEndMs(orderedAtMs: number): number {
  const end = new Date(orderedAtMs);
  const day = end.getUTCDate();
  end.setUTCMonth(end.getUTCMonth() + LIVES_MONTHS);
  if (end.getUTCDate() !== day) end.setUTCDate(0);
  return end.getTime();
}
