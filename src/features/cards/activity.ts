import type { ActivityItem } from '#domain/activity.ts';
import { dollarEntry, microsOfCents, paidEntry } from '#domain/book-entry.ts';
import { statusWord, type Card } from '#domain/card.ts';
import { chargedOf, feeOf } from '#domain/card-fee.ts';
import { rowId } from '#domain/row-id.ts';
import { spentOnCard } from '#domain/spend.ts';
import { movedMoney, type Transaction, type UnreadLine } from '#domain/transaction.ts';
import { cardName, cardTypeName } from './card-words.ts';
import type { lineIds } from './line-ids.ts';

const itemsOf = {
  withIds: new WeakMap<Card, ActivityItem[]>(),
  without: new WeakMap<Card, ActivityItem[]>(),
};

/**
 * What a list of cards tells: each order, each refund of a whole card, and each line of each card, also one that could not be read. The load of a card
 * is its order, told already. Made once a card, for lists are read again every minute. `idsOf`: ids that outlast this visit, for exports.
 */
export function cardActivity(
  cards: readonly Card[],
  hrefOf: (cardId: string) => string,
  idsOf?: typeof lineIds,
): ActivityItem[] {
  const made = idsOf ? itemsOf.withIds : itemsOf.without;
  return cards.flatMap((card) => {
    const items = made.get(card) ?? itemsOfCard(card, hrefOf(card.id), idsOf?.(card));
    made.set(card, items);
    return items;
  });
}

function itemsOfCard(card: Card, href: string, ids?: ReturnType<typeof lineIds>): ActivityItem[] {
  const keyOf = (line: Transaction | UnreadLine) => ids?.get(line) ?? rowId('line', card.id, line.key);
  return [
    orderItem(card, href),
    ...refundItem(card, href),
    ...card.transactions
      .filter(({ kind }) => kind !== 'load')
      .map((line) => lineItem(card, line, keyOf(line), href)),
    ...card.unreadLines.map((line) => unreadItem(card, line, keyOf(line), href)),
  ];
}

function orderItem(card: Card, href: string): ActivityItem {
  const cents = paidForCard(card);
  return {
    key: rowId('order', card.queuedOrderCardId ?? card.id),
    accountId: card.accountId,
    kind: 'order',
    when: card.orderedAtMs === null ? null : { kind: 'instant', ms: card.orderedAtMs },
    title: `${cardTypeName(card)} ordered`,
    detail: cardName(card),
    amountCents: cents,
    direction: 'out',
    status: statusWord(card),
    href,
    booked: paidEntry({
      paidAtomic: cents === null ? null : microsOfCents(cents),
      faceMicros: cents === null ? null : microsOfCents(cents - (feeOf(card) ?? 0)),
      cardId: card.id,
    }),
  };
}

/** A pending card may come without any amount; then its load line tells. */
const paidForCard = (card: Card): number | null =>
  chargedOf(card) ?? card.transactions.find(({ kind }) => kind === 'load')?.amountCents ?? null;

/** The whole card's money on its way back, or back. Laso tells no time of it but when the card last changed, and no amount once part of it was spent. */
function refundItem(card: Card, href: string): ActivityItem[] {
  if (card.status !== 'refund-requested' && card.status !== 'refunded') return [];
  const back = card.status === 'refunded';
  const isWhole = spentOnCard(card) === 0 && card.unreadLines.length === 0;
  const cents = isWhole ? paidForCard(card) : null;
  const fee = isWhole ? feeOf(card) : null;
  return [
    {
      key: rowId('card-refund', card.queuedOrderCardId ?? card.id),
      accountId: card.accountId,
      kind: 'refund',
      when: card.updatedAtMs === null ? null : { kind: 'instant', ms: card.updatedAtMs },
      title: `${cardTypeName(card)}: ${back ? 'refunded' : 'refund requested'}`,
      detail: cardName(card),
      amountCents: cents,
      direction: back ? 'in' : null,
      status: statusWord(card),
      href,
      booked: dollarEntry('balance', back ? cents : null, {
        cardId: card.id,
        feeMicros: back && fee !== null && fee > 0 ? microsOfCents(fee) : null,
      }),
    },
  ];
}

function lineItem(card: Card, line: Transaction, key: string, href: string): ActivityItem {
  const refund = line.kind === 'refund';
  const moved = movedMoney(line);
  return {
    key,
    accountId: card.accountId,
    kind: refund ? 'refund' : 'purchase',
    when: line.when,
    title: line.description,
    detail: cardName(card),
    amountCents: line.amountCents,
    direction: moved ? (refund ? 'in' : 'out') : null,
    status: line.status,
    href,
    booked: dollarEntry('card', moved ? (refund ? line.amountCents : 0 - line.amountCents) : null, {
      cardId: card.id,
    }),
  };
}

/** In no sum, and said all the same. */
const unreadItem = (card: Card, line: UnreadLine, key: string, href: string): ActivityItem => ({
  key,
  accountId: card.accountId,
  kind: 'unread',
  when: line.when,
  title: line.text,
  detail: cardName(card),
  amountCents: null,
  direction: null,
  status: 'Could not be read',
  href,
  booked: dollarEntry('card', null, { cardId: card.id }),
});
