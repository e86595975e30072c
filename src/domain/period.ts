import type { AccountId } from './account.ts';
import type { Card } from './card.ts';
import { addDays, compareDays, countDays, dayOfWhen, type Day } from './day.ts';
import { merchantKey, merchantName } from './merchant-name.ts';
import { isUse, spentCentsOf, type Transaction } from './transaction.ts';

/** Whole days in the reader's zone, both ends included. */
export interface Period {
  from: Day;
  to: Day;
}

/** The `count` days that end with `today`. */
export const lastDays = (today: Day, count: number): Period => ({
  from: addDays(today, 1 - count),
  to: today,
});

/**
 * Where a period ends that goes up to now: today, or tomorrow when Laso tells of purchases of it already, as
 * its plain days do for readers west of it in the evening.
 */
export function newestDay(cards: readonly Card[], today: Day, timeZone?: string): Day {
  const tomorrow = addDays(today, 1);
  const told = cards.some(({ transactions }) =>
    transactions.some(({ when }) => when !== null && dayOfWhen(when, timeZone) === tomorrow),
  );
  return told ? tomorrow : today;
}

export const daysOf = (period: Period): Day[] =>
  Array.from({ length: countDays(period) }, (_, at) => addDays(period.from, at));

/** The period of the same length that ends the day before. */
export function periodBefore(period: Period): Period {
  const to = addDays(period.from, -1);
  return { from: addDays(to, 1 - countDays(period)), to };
}

export interface DatedSpend {
  card: Card;
  transaction: Transaction;
  day: Day;
  /** Debits positive, credits negative. */
  spentCents: number;
}

/**
 * Everything that was bought and sent back in a period. Items without a date are in no period; the overview
 * says how much they are.
 */
export function spendIn(cards: readonly Card[], period: Period, timeZone?: string): DatedSpend[] {
  return cards.flatMap((card) =>
    card.transactions.flatMap((transaction) => {
      if (!transaction.when || transaction.kind === 'load') return [];
      const day = dayOfWhen(transaction.when, timeZone);
      const inside = compareDays(period.from, day) <= 0 && compareDays(day, period.to) <= 0;
      return inside ? [{ card, transaction, day, spentCents: spentCentsOf(transaction) }] : [];
    }),
  );
}

/** What was spent and has no date: in no period, and so in no chart. */
export function undatedSpend(cards: readonly Card[]): { count: number; spentCents: number } {
  const lines = cards.flatMap(({ transactions }) =>
    transactions.filter((transaction) => transaction.when === null && isUse(transaction)),
  );
  return { count: lines.length, spentCents: lines.reduce((sum, line) => sum + spentCentsOf(line), 0) };
}

export interface SpendGroup {
  key: string;
  name: string;
  spentCents: number;
  count: number;
}

/** A stretch of a chart: a day, or several where days would be too thin to see. */
export interface SpendBin extends Period {
  spentCents: number;
}

/** More bars than this are too thin to see. */
const MOST_BINS = 60;

/**
 * One entry a bin, also for bins without spending. Days up to a month, then weeks, then as many times four
 * weeks as it takes; the last bin may be shorter.
 */
export function spendOverTime(spend: readonly DatedSpend[], period: Period): SpendBin[] {
  const days = countDays(period);
  const width = days <= 31 ? 1 : days <= 26 * 7 ? 7 : 28 * Math.ceil(days / (28 * MOST_BINS));
  const sums = new Map<number, number>();
  for (const { day, spentCents } of spend) {
    const bin = Math.floor((countDays({ from: period.from, to: day }) - 1) / width);
    sums.set(bin, (sums.get(bin) ?? 0) + spentCents);
  }
  const bins = Math.ceil(days / width);
  return Array.from({ length: bins }, (_, bin) => ({
    from: addDays(period.from, bin * width),
    to: bin === bins - 1 ? period.to : addDays(period.from, (bin + 1) * width - 1),
    spentCents: sums.get(bin) ?? 0,
  }));
}

export const spendByMerchant = (spend: readonly DatedSpend[]): SpendGroup[] =>
  grouped(spend, ({ transaction }) => ({
    key: merchantKey(transaction.description),
    name: merchantName(transaction.description),
  }));

export const spendByProduct = (spend: readonly DatedSpend[]): SpendGroup[] =>
  grouped(spend, ({ card }) => ({ key: card.type, name: card.typeName }));

export const spendByAccount = (
  spend: readonly DatedSpend[],
  nameOf: (account: AccountId) => string,
): SpendGroup[] => grouped(spend, ({ card }) => ({ key: card.accountId, name: nameOf(card.accountId) }));

export const sumSpent = (spend: readonly { spentCents: number }[]): number =>
  spend.reduce((sum, each) => sum + each.spentCents, 0);

/** Largest first. */
function grouped(
  spend: readonly DatedSpend[],
  groupOf: (one: DatedSpend) => { key: string; name: string },
): SpendGroup[] {
  const groups = new Map<string, SpendGroup>();
  for (const one of spend) {
    const { key, name } = groupOf(one);
    const group = groups.get(key) ?? { key, name, spentCents: 0, count: 0 };
    group.spentCents += one.spentCents;
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => b.spentCents - a.spentCents);
}
