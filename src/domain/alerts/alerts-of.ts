import type { AccountId } from '../account.ts';
import type { Card } from '../card.ts';
import { dayOf } from '../day.ts';
import { formatUsd } from '../money.ts';
import { spendByMerchant, spendIn, sumSpent } from '../period.ts';
import { paidNotDelivered, type KnownPayment } from '../signals/payments.ts';
import { called } from '../signals/signal.ts';
import { totalsOf } from '../spend.ts';
import type { Alert } from './alert.ts';
import { ALERT_KINDS, type AlertKind, type AlertRule, type AlertRules } from './alert-rules.ts';

/** What was read of one account; null is not read, and tells nothing. */
export interface KnownOfAccount {
  accountId: AccountId;
  cards: readonly Card[] | null;
  /** Laso's account balance. */
  balanceCents: number | null;
  /** Those of this browser for the account. */
  payments: readonly KnownPayment[] | null;
  /** When the oldest of these was read. */
  readAtMs: number;
  nowMs: number;
}

export interface Looked {
  kind: AlertKind;
  sinceMs: number;
  /** Everything the rule finds now, also what was told before (`first-look.ts` knows). */
  found: Alert[];
}

/** Each rule that is on and whose data was read, with what it finds. Days are the reader's. */
export const alertsOf = (rules: AlertRules, known: KnownOfAccount): Looked[] =>
  ALERT_KINDS.flatMap((kind) => {
    const rule = rules[kind];
    // What was read before the rule was on would make all that happened between the two news.
    const found = rule.on && known.readAtMs >= rule.sinceMs ? FINDERS[kind](rule, known) : null;
    return found ? [{ kind, sinceMs: rule.sinceMs, found }] : [];
  });

type Finder = (rule: AlertRule, known: KnownOfAccount) => Alert[] | null;

/** Cards that were ordered long before a rule was switched on cannot become news. */
const RECENT_MS = 2 * 86_400_000;

const FINDERS: Record<AlertKind, Finder> = {
  order: ({ limitCents, sinceMs }, { accountId, cards }) =>
    cards &&
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
    }),

  day: ({ limitCents }, { accountId, cards, nowMs }) => {
    if (!cards) return null;
    const day = dayOf(nowMs);
    const cents = sumSpent(spendIn(cards, { from: day, to: day }));
    if (cents <= limitCents) return [];
    const sentence = `${formatUsd(cents)} was spent today: over your ${formatUsd(limitCents)} alert for one day.`;
    return [{ id: `day ${day}`, kind: 'day', accountId, sentence, atMs: nowMs, cardId: null }];
  },

  'merchant-day': ({ limitCents }, { accountId, cards, nowMs }) => {
    if (!cards) return null;
    const day = dayOf(nowMs);
    return spendByMerchant(spendIn(cards, { from: day, to: day }))
      .filter(({ spentCents }) => spentCents > limitCents)
      .map(({ key, name, spentCents }) => ({
        id: `merchant-day ${day} ${key}`,
        kind: 'merchant-day',
        accountId,
        sentence: `${formatUsd(spentCents)} was spent at ${name} today: over your ${formatUsd(limitCents)} alert for one merchant in a day.`,
        atMs: nowMs,
        cardId: null,
      }));
  },

  'low-balance': ({ limitCents }, { accountId, cards, balanceCents, nowMs }) => {
    if (!cards || balanceCents === null) return null;
    const cents = balanceCents + totalsOf(cards).leftCents;
    if (cents >= limitCents) return [];
    const sentence = `${formatUsd(cents)} is left on cards and in the Laso balance: under your ${formatUsd(limitCents)} alert.`;
    return [{ id: 'low-balance', kind: 'low-balance', accountId, sentence, atMs: nowMs, cardId: null }];
  },

  'card-ready': ({ sinceMs }, { cards, nowMs }) =>
    cards &&
    cards
      .filter((card) => isReady(card) && (card.orderedAtMs ?? sinceMs) > sinceMs - RECENT_MS)
      .map((card) => cardReady(card, nowMs)),

  payment: (_rule, { accountId, payments, nowMs }) =>
    payments &&
    paidNotDelivered(payments).map(({ id, sentence }) => ({
      id,
      kind: 'payment',
      accountId,
      sentence,
      atMs: nowMs,
      cardId: null,
    })),
};

/** A card that can be used now, whichever way Laso's two products say it. */
export const isReady = (card: Card): boolean =>
  card.status === 'ready' || (card.status === 'complete' && card.last4 !== null);

/** Also told without a rule, when the tab was hidden while the card was pending. */
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
