import type { Card } from '../card.ts';
import { addDays, dayOfWhen, formatDay, type Day } from '../day.ts';
import { groupBy } from '../group-by.ts';
import { merchantKey, merchantName } from '../merchant-name.ts';
import { formatUsd } from '../money.ts';
import { daysOf, lastDays, newestDay, spendIn, sumSpent } from '../period.ts';
import { unreadLinesOf } from '../spend.ts';
import { movedMoney, type Transaction } from '../transaction.ts';
import { called, signal, type Signal, type SignalThresholds } from './signal.ts';

/** Too few purchases say nothing about what is usual. */
const ENOUGH = 4;
/** Smaller amounts, such as a coffee, are not worth a signal. */
const WORTH_TELLING_CENTS = 2_000;
const RECENT_DAYS = 7;
const USUAL_DAYS = 28;

interface Purchase {
  card: Card;
  transaction: Transaction;
  day: Day;
}

/** A recent purchase far above what is usual at that merchant. */
export function unusualAmounts(
  cards: readonly Card[],
  { unusualFactor }: Pick<SignalThresholds, 'unusualFactor'>,
  today: Day,
): Signal[] {
  const since = addDays(today, -RECENT_DAYS);
  const byMerchant = groupBy(purchasesOf(cards), ({ transaction }) => merchantKey(transaction.description));
  return [...byMerchant.values()].flatMap((purchases) => {
    const recent = purchases.filter(
      ({ day, transaction }) => day >= since && transaction.amountCents >= WORTH_TELLING_CENTS,
    );
    if (recent.length === 0 || purchases.length - 1 < ENOUGH) return [];
    const sorted = purchases.map(({ transaction }) => transaction.amountCents).toSorted((a, b) => a - b);
    return recent.flatMap((purchase) => {
      const { amountCents, description, key } = purchase.transaction;
      const usual = medianWithout(sorted, amountCents);
      if (amountCents < usual * unusualFactor) return [];
      return [
        signal({
          kind: 'unusual-amount',
          id: `unusual-amount ${purchase.card.id} ${key}`,
          level: 'attention',
          sentence: `${formatUsd(amountCents)} at ${merchantName(description)} with ${called(purchase.card)}; a typical purchase there is ${formatUsd(usual)}.`,
          cardIds: [purchase.card.id],
          transactionKeys: [key],
          amountCents,
        }),
      ];
    });
  });
}

/** A merchant never seen before, with an amount worth telling, once there is a history to be new against. */
export function newMerchants(cards: readonly Card[], today: Day): Signal[] {
  const purchases = purchasesOf(cards);
  const since = addDays(today, -RECENT_DAYS);
  const seen = new Set(
    purchases.filter(({ day }) => day < since).map(({ transaction }) => merchantKey(transaction.description)),
  );
  if (seen.size < ENOUGH) return [];
  const known = unreadLinesOf(cards) > 0 ? ', as far as the lines could be read' : '';
  const fresh = purchases.filter(
    ({ day, transaction }) =>
      day >= since &&
      !seen.has(merchantKey(transaction.description)) &&
      transaction.amountCents >= WORTH_TELLING_CENTS,
  );
  return [...groupBy(fresh, ({ transaction }) => merchantKey(transaction.description))].map(
    ([key, group]) => {
      const total = group.reduce((sum, { transaction }) => sum + transaction.amountCents, 0);
      return signal({
        kind: 'new-merchant',
        id: `new-merchant ${key}`,
        level: 'notice',
        sentence: `${formatUsd(total)} went to ${merchantName(group[0]?.transaction.description ?? '')}, where nothing was bought before${known}.`,
        cardIds: [...new Set(group.map(({ card }) => card.id))],
        transactionKeys: group.map(({ transaction }) => transaction.key),
        amountCents: total,
      });
    },
  );
}

/**
 * Each of the last days against the daily mean of the four weeks before it: what happened last night is still
 * reported today.
 */
export function spendJump(
  cards: readonly Card[],
  { jumpFactor }: Pick<SignalThresholds, 'jumpFactor'>,
  today: Day,
): Signal[] {
  const newest = newestDay(cards, today);
  const spend = spendIn(cards, lastDays(newest, RECENT_DAYS + USUAL_DAYS));
  const byDay = groupBy(spend, ({ day }) => day);
  const spentOn = (days: readonly Day[]) => days.flatMap((day) => byDay.get(day) ?? []);
  return daysOf(lastDays(newest, RECENT_DAYS)).flatMap((day) => {
    const recent = spentOn([day]);
    const before = spentOn(daysOf(lastDays(addDays(day, -1), USUAL_DAYS)));
    const spent = sumSpent(recent);
    const mean = Math.round(sumSpent(before) / USUAL_DAYS);
    if (before.length < ENOUGH || spent < WORTH_TELLING_CENTS || spent < mean * jumpFactor) return [];
    return [
      signal({
        kind: 'spend-jump',
        id: `spend-jump ${day}`,
        level: 'attention',
        sentence: `${formatUsd(spent)} was spent ${whenSaid(day, today)}; the four weeks before averaged ${formatUsd(mean)} a day.`,
        cardIds: [...new Set(recent.map(({ card }) => card.id))],
        transactionKeys: recent.map(({ transaction }) => transaction.key),
        amountCents: spent,
      }),
    ];
  });
}

const whenSaid = (day: Day, today: Day): string => {
  if (day === today) return 'today';
  return day === addDays(today, -1) ? 'yesterday' : `on ${formatDay(day)}`;
};

const purchasesOf = (cards: readonly Card[]): Purchase[] =>
  cards.flatMap((card) =>
    card.transactions.flatMap((transaction) =>
      transaction.when && transaction.kind === 'purchase' && movedMoney(transaction)
        ? [{ card, transaction, day: dayOfWhen(transaction.when) }]
        : [],
    ),
  );

/**
 * Of the others' amounts the one in the middle, of two the lower: an amount that was really paid. `sorted`
 * holds `one` too.
 */
const medianWithout = (sorted: readonly number[], one: number): number => {
  const middle = Math.floor((sorted.length - 2) / 2);
  return sorted[middle < sorted.indexOf(one) ? middle : middle + 1] ?? 0;
};
