import { spentOnCard } from '#domain/spend.ts';
import type { Card } from '#domain/card.ts';
import { Address } from '#ui/address.tsx';
import { DefinitionList, type Definition } from '#ui/definition-list.tsx';
import { Money } from '#ui/money.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { cardTypeName, noBalanceReason } from './card-words.ts';

const USE: Record<Card['type'], string | null> = {
  us: 'U.S. merchants, in U.S. dollars, shipping to a U.S. address. Several purchases until it is empty. Not reloadable.',
  intl: 'Any merchant. Enter the billing address exactly. Not reloadable.',
  other: null,
};

/** Everything Laso tells about a card that is no secret. */
export function CardFacts({ card }: { card: Card }) {
  const items: (Definition | null)[] = [
    {
      key: 'available',
      term: 'Available balance',
      detail: <Money cents={card.availableCents} reason={noBalanceReason(card)} className="font-semibold" />,
    },
    {
      key: 'loaded',
      term: 'Loaded',
      detail: <Money cents={card.usdAmountCents} reason="Laso does not tell the amount" />,
    },
    { key: 'spent', term: 'Spent', detail: <Money cents={spentOnCard(card)} /> },
    card.chargedCents === null
      ? null
      : { key: 'charged', term: 'Charged in all', detail: <Money cents={card.chargedCents} /> },
    card.feesCents === null ? null : { key: 'fees', term: 'Fees', detail: <Money cents={card.feesCents} /> },
    { key: 'type', term: 'Type', detail: cardTypeName(card) },
    card.state === null ? null : { key: 'state', term: 'State at Laso', detail: card.state },
    card.orderedAtMs === null
      ? null
      : { key: 'ordered', term: 'Ordered', detail: <RelativeTime ms={card.orderedAtMs} /> },
    card.updatedAtMs === null
      ? null
      : { key: 'updated', term: 'Balance read by Laso', detail: <RelativeTime ms={card.updatedAtMs} /> },
    { key: 'id', term: 'Card id', detail: <Address value={card.id} full copyLabel="Copy card id" /> },
    card.queuedOrderCardId === null
      ? null
      : {
          key: 'queued',
          term: 'Ordered under',
          detail: <Address value={card.queuedOrderCardId} full copyLabel="Copy order id" />,
        },
    USE[card.type] === null
      ? null
      : { key: 'use', term: 'Works at', detail: <span className="block max-w-80">{USE[card.type]}</span> },
  ];
  return <DefinitionList items={items.filter((item) => item !== null)} />;
}
