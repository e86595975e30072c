import type { ActivityItem } from '#domain/activity.ts';
import { statusWord, type Card } from '#domain/card.ts';
import { spentOnCard } from '#domain/spend.ts';
import { movedMoney, type Transaction, type UnreadLine } from '#domain/transaction.ts';
import { cardName, cardTypeName } from './card-words.ts';

const itemsOf = new WeakMap<Card, ActivityItem[]>();

/** What a list of cards tells: each order, each refund of a whole card, and each line of each card, read or not. Made once a card, for lists are read again every minute. */
export const cardActivity = (cards: readonly Card[], hrefOf: (cardId: string) => string): ActivityItem[] =>
  cards.flatMap((card) => {
    const known = itemsOf.get(card);
    if (known) return known;
    const href = hrefOf(card.id);
    const made = [
      orderItem(card, href),
      ...refundItem(card, href),
      // The load is the order's own money: the order is told already.
      ...card.transactions.filter(({ kind }) => kind !== 'load').map((line) => lineItem(card, line, href)),
      ...card.unreadLines.map((line) => unreadItem(card, line, href)),
    ];
    itemsOf.set(card, made);
    return made;
  });

const orderItem = (card: Card, href: string): ActivityItem => ({
  key: `card-order ${card.queuedOrderCardId ?? card.id}`,
  accountId: card.accountId,
  kind: 'order',
  when: card.orderedAtMs === null ? null : { kind: 'instant', ms: card.orderedAtMs },
  title: `${cardTypeName(card)} ordered`,
  detail: cardName(card),
  amountCents: card.chargedCents ?? card.usdAmountCents,
  direction: 'out',
  status: statusWord(card),
  href,
});

/** The whole card's money on its way back, or back. Laso tells no time of it but when the card last changed, and no amount once part of it was spent. */
function refundItem(card: Card, href: string): ActivityItem[] {
  if (card.status !== 'refund-requested' && card.status !== 'refunded') return [];
  const back = card.status === 'refunded';
  return [
    {
      key: `card-refund ${card.queuedOrderCardId ?? card.id}`,
      accountId: card.accountId,
      kind: 'refund',
      when: card.updatedAtMs === null ? null : { kind: 'instant', ms: card.updatedAtMs },
      title: `${cardTypeName(card)}: ${back ? 'refunded' : 'refund requested'}`,
      detail: cardName(card),
      amountCents: isUntouched(card) ? (card.chargedCents ?? card.usdAmountCents) : null,
      direction: back ? 'in' : null,
      status: statusWord(card),
      href,
    },
  ];
}

/** Nothing of it was spent in the end. A line that could not be read may have been a purchase. */
const isUntouched = (card: Card): boolean => card.unreadLines.length === 0 && spentOnCard(card) === 0;

const unreadItem = (card: Card, line: UnreadLine, href: string): ActivityItem => ({
  key: `card-unread ${card.id} ${line.key}`,
  accountId: card.accountId,
  kind: 'unread',
  when: line.when,
  title: line.text,
  detail: cardName(card),
  amountCents: null,
  direction: null,
  status: 'Could not be read',
  href,
});

const lineItem = (card: Card, line: Transaction, href: string): ActivityItem => ({
  key: `card-transaction ${card.id} ${line.key}`,
  accountId: card.accountId,
  kind: line.kind === 'refund' ? 'refund' : 'purchase',
  when: line.when,
  title: line.description,
  detail: cardName(card),
  amountCents: line.amountCents,
  direction: movedMoney(line) ? (line.kind === 'refund' ? 'in' : 'out') : null,
  status: line.status,
  href,
});
