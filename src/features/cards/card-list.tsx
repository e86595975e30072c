import { Link } from 'react-router';
import type { Card } from '#domain/card.ts';
import { Money } from '#ui/money.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { CardStatusMark } from './card-status.tsx';
import { cardName, cardTypeName, noBalanceReason } from './card-words.ts';

/** One line a card, each a link: name, type, status, what is left of what was loaded. */
export function CardList({ cards, hrefOf }: { cards: readonly Card[]; hrefOf: (cardId: string) => string }) {
  return (
    <ul className="divide-y divide-hairline border-y border-hairline">
      {cards.map((card) => (
        <li key={card.id}>
          <CardRow card={card} href={hrefOf(card.id)} />
        </li>
      ))}
    </ul>
  );
}

function CardRow({ card, href }: { card: Card; href: string }) {
  return (
    <Link
      to={href}
      className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-0.5 px-1 py-2.5 transition-colors duration-150 hover:bg-sunken sm:grid-cols-[minmax(7rem,1.1fr)_minmax(7rem,1fr)_minmax(7rem,0.8fr)_auto] pointer-coarse:min-h-13"
    >
      <span className="flex min-w-0 flex-col">
        <span className={card.last4 ? 'font-mono font-medium' : 'truncate font-mono text-sm'}>
          {cardName(card)}
        </span>
        <span className="truncate text-sm text-muted sm:hidden">{card.label ?? cardTypeName(card)}</span>
      </span>
      <span className="truncate text-muted max-sm:hidden">{card.label ?? cardTypeName(card)}</span>
      <span className="text-sm max-sm:order-last">
        <CardStatusMark card={card} />
        {card.orderedAtMs && (
          <span className="ml-2 text-muted sm:hidden">
            <RelativeTime ms={card.orderedAtMs} />
          </span>
        )}
      </span>
      <span className="text-right whitespace-nowrap">
        <Money cents={card.availableCents} reason={noBalanceReason(card)} className="font-medium" />
        {card.usdAmountCents !== null && (
          <span className="text-sm text-muted">
            {' of '}
            <Money cents={card.usdAmountCents} tone="muted" />
          </span>
        )}
      </span>
    </Link>
  );
}

export function CardListSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <LoadingRegion label="Reading the cards" className="divide-y divide-hairline border-y border-hairline">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex items-center justify-between gap-4 px-1 py-3">
          <Skeleton className="h-5 w-28" />
          <Skeleton className="h-5 w-32 max-sm:hidden" />
          <Skeleton className="h-5 w-24" />
        </div>
      ))}
    </LoadingRegion>
  );
}
