import type { Card } from './card.ts';
import { feeOf } from './card-fee.ts';
import { compareDays, dayOf, dayOfWhen, type Day } from './day.ts';
import type { DatedSpend, Period } from './period.ts';
import { countsAsLoaded, spentOnCard } from './spend.ts';

/** What happened in a period, in cents. */
export interface PeriodTotals {
  spentCents: number;
  /** Face value of cards ordered in the period that were issued and not refunded. */
  loadedCents: number;
  feesCents: number;
  orders: number;
}

export function periodTotals(
  cards: readonly Card[],
  spend: readonly DatedSpend[],
  period: Period,
  timeZone?: string,
): PeriodTotals {
  const ordered = cards.filter(
    (card) => card.orderedAtMs !== null && within(period, dayOf(card.orderedAtMs, timeZone)),
  );
  const loaded = ordered.filter(countsAsLoaded);
  return {
    spentCents: sum(spend, ({ spentCents }) => spentCents),
    loadedCents: sum(loaded, (card) => card.usdAmountCents ?? 0),
    feesCents: sum(loaded, (card) => feeOf(card) ?? 0),
    orders: ordered.length,
  };
}

/** The same over everything, dated or not. */
export const totalsSoFar = (cards: readonly Card[]): PeriodTotals => ({
  spentCents: sum(cards, spentOnCard),
  loadedCents: sum(cards.filter(countsAsLoaded), (card) => card.usdAmountCents ?? 0),
  feesCents: feesOf(cards),
  orders: cards.length,
});

/** Fees of all issued, unrefunded cards, in cents. */
export const feesOf = (cards: readonly Card[]): number =>
  sum(cards.filter(countsAsLoaded), (card) => feeOf(card) ?? 0);

/** From the first day anything is known of, to `today`. */
export function wholePeriod(cards: readonly Card[], today: Day, timeZone?: string): Period {
  const days = cards.flatMap((card) => [
    ...(card.orderedAtMs === null ? [] : [dayOf(card.orderedAtMs, timeZone)]),
    ...card.transactions.flatMap(({ when }) => (when ? [dayOfWhen(when, timeZone)] : [])),
  ]);
  const from = days.reduce((first, day) => (compareDays(day, first) < 0 ? day : first), today);
  const to = days.reduce((last, day) => (compareDays(day, last) > 0 ? day : last), today);
  return { from, to };
}

const within = (period: Period, day: Day): boolean =>
  compareDays(period.from, day) <= 0 && compareDays(day, period.to) <= 0;

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
