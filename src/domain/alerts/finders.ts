import type { AccountId } from '../account.ts';
import type { Card } from '../card.ts';
import { addDays, compareDays, dayOf, formatDay, type Day } from '../day.ts';
import { easternDay } from '../eastern-day.ts';
import { groupBy } from '../group-by.ts';
import { formatUsd } from '../money.ts';
import { newestDay, spendByMerchant, spendIn, sumSpent, type DatedSpend } from '../period.ts';
import { paidNotDelivered, type KnownPayment } from '../signals/payments.ts';
import { called } from '../signals/signal.ts';
import { countsAsLoaded, spentOnCard, totalsOf } from '../spend.ts';
import type { Alert } from './alert.ts';
import type { AlertRule } from './alert-rules.ts';

interface Account {
  accountId: AccountId;
  nowMs: number;
}

/** Cards that were ordered long before a rule was switched on cannot become news. */
const RECENT_MS = 2 * 86_400_000;
/** A day can pass its limit while no tab is open, and Laso books purchases days late. */
const DAYS_BACK = 7;

export const findLarge = (
  { limitCents, sinceMs }: AlertRule,
  { accountId }: Account,
  cards: readonly Card[],
): Alert[] =>
  cards.flatMap((card) => {
    const cents = card.usdAmountCents ?? card.chargedCents ?? 0;
    if (cents <= limitCents || (card.orderedAtMs ?? sinceMs) < sinceMs) return [];
    return [
      {
        // An international card gets another id when it is fulfilled.
        id: `order ${card.queuedOrderCardId ?? card.id}`,
        kind: 'order',
        accountId,
        sentence: `A card of ${formatUsd(cents)} was ordered: over your ${formatUsd(limitCents)} alert for one order.`,
        atMs: card.orderedAtMs ?? sinceMs,
        cardId: card.id,
      },
    ];
  });

export const findSpent = (rule: AlertRule, { accountId, nowMs }: Account, cards: readonly Card[]): Alert[] =>
  daysLookedAt(rule, nowMs, cards).flatMap(({ day, spend }) => {
    const cents = sumSpent(spend);
    if (cents <= rule.limitCents) return [];
    const sentence = `${formatUsd(cents)} was spent on ${formatDay(day)}: over your ${formatUsd(rule.limitCents)} alert for one day.`;
    return [{ id: `day ${day}`, kind: 'day', accountId, sentence, atMs: nowMs, cardId: null }];
  });

export const findSpentAt = (
  rule: AlertRule,
  { accountId, nowMs }: Account,
  cards: readonly Card[],
): Alert[] =>
  daysLookedAt(rule, nowMs, cards).flatMap(({ day, spend }) =>
    spendByMerchant(spend)
      .filter(({ spentCents }) => spentCents > rule.limitCents)
      .map(({ key, name, spentCents }) => ({
        id: `merchant-day ${day} ${key}`,
        kind: 'merchant-day',
        accountId,
        sentence: `${formatUsd(spentCents)} was spent at ${name} on ${formatDay(day)}: over your ${formatUsd(rule.limitCents)} alert for one merchant in a day.`,
        atMs: nowMs,
        cardId: null,
      })),
  );

/**
 * The last days with spending, from the one on which the rule was switched on. Laso writes the days of lines
 * in Eastern time: what was bought a minute ago may be dated yesterday or tomorrow here.
 */
function daysLookedAt(
  { sinceMs }: AlertRule,
  nowMs: number,
  cards: readonly Card[],
): { day: Day; spend: DatedSpend[] }[] {
  const today = dayOf(nowMs);
  const to = newestDay(cards, today);
  const [begins = today] = [dayOf(sinceMs), easternDay({ kind: 'instant', ms: sinceMs })].toSorted(
    compareDays,
  );
  const [, from = today] = [addDays(today, 1 - DAYS_BACK), begins].toSorted(compareDays);
  const byDay = groupBy(spendIn(cards, { from, to }), ({ day }) => day);
  return [...byDay].map(([day, spend]) => ({ day, spend }));
}

/** Null when unknown: a card without a known balance may hold everything that was not spent. */
export function findLowBalance(
  { limitCents }: AlertRule,
  { accountId, nowMs }: Account,
  cards: readonly Card[],
  balanceCents: number,
): Alert[] | null {
  const untold = cards.filter((card) => countsAsLoaded(card) && card.availableCents === null);
  if (untold.some(({ usdAmountCents }) => usdAmountCents === null)) return null;
  // A line that could not be read may be money that came back.
  const spentOf = (card: Card): number => (card.unreadLines.length > 0 ? 0 : spentOnCard(card));
  const atMost = untold.map((card) => Math.max(0, (card.usdAmountCents ?? 0) - spentOf(card)));
  const cents = atMost.reduce((sum, most) => sum + most, balanceCents + totalsOf(cards).leftCents);
  if (cents >= limitCents) return [];
  const sentence = `${untold.length > 0 ? 'At most ' : ''}${formatUsd(cents)} is left on cards and in the Laso balance: under your ${formatUsd(limitCents)} alert.`;
  return [{ id: 'low-balance', kind: 'low-balance', accountId, sentence, atMs: nowMs, cardId: null }];
}

export const findReady = ({ sinceMs }: AlertRule, { nowMs }: Account, cards: readonly Card[]): Alert[] =>
  cards
    .filter((card) => isReady(card) && (card.orderedAtMs ?? sinceMs) > sinceMs - RECENT_MS)
    .map((card) => cardReady(card, nowMs));

export const findOpenPayments = ({ accountId, nowMs }: Account, payments: readonly KnownPayment[]): Alert[] =>
  paidNotDelivered(payments).map(({ id, sentence }) => ({
    id,
    kind: 'payment',
    accountId,
    sentence,
    atMs: nowMs,
    cardId: null,
  }));

/** A card that can be used now, whichever way Laso's two products say it. */
export const isReady = (card: Card): boolean =>
  card.status === 'ready' || (card.status === 'complete' && card.last4 !== null);

/** Also reported without a rule, when the tab was hidden while the card was pending. */
export function cardReady(card: Card, nowMs: number): Alert {
  const name = called(card);
  return {
    id: `card-ready ${card.queuedOrderCardId ?? card.id}`,
    kind: 'card-ready',
    accountId: card.accountId,
    sentence: `${name.charAt(0).toUpperCase()}${name.slice(1)} is ready.`,
    atMs: nowMs,
    cardId: card.id,
  };
}
