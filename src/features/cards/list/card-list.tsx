import { Link } from '#ui/link.tsx';
import { paths } from '#config/paths.ts';
import type { Card } from '#domain/card.ts';
import { Money } from '#ui/money.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { RowBoundary } from '#ui/row-boundary.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { CardStatusMark } from '../card-status.tsx';
import { cardName, cardTypeName, noBalanceReason } from '../card-words.ts';
import { useCardLabel } from '../use-card-label.ts';

/** One line a card, each a link: name, type, status, what is left of what was loaded. The room it is given decides how many columns it has. */
export function CardList({ cards }: { cards: readonly Card[] }) {
  return (
    <div className="@container">
      <ul className="grid grid-cols-[1fr_auto] gap-x-6 border-y border-hairline @min-[32rem]:grid-cols-[auto_minmax(0,1fr)_auto_auto] @min-[48rem]:grid-cols-[auto_minmax(0,1fr)_auto_auto_auto] @min-[48rem]:gap-x-10">
        {cards.map((card) => (
          <li key={card.id} className="card-line border-b border-hairline last:border-b-0">
            <RowBoundary version={card} what="This card">
              {() => <CardRow card={card} />}
            </RowBoundary>
          </li>
        ))}
      </ul>
    </div>
  );
}

function CardRow({ card }: { card: Card }) {
  const label = useCardLabel(card);
  return (
    <Link
      to={paths.card(card.id)}
      className="card-line items-center gap-y-0.5 py-2.5 transition-colors duration-150 hover:bg-sunken pointer-coarse:min-h-13"
    >
      <span className="flex min-w-0 flex-col">
        <span className={card.last4 ? 'font-medium tabular-nums' : 'truncate font-mono text-mono'}>
          {cardName(card)}
        </span>
        <span className="truncate text-sm text-muted @min-[32rem]:hidden">{label ?? cardTypeName(card)}</span>
      </span>
      <span className="truncate text-muted @max-[32rem]:hidden">{label ?? cardTypeName(card)}</span>
      <span className="text-muted @max-[48rem]:hidden">
        {card.orderedAtMs && <RelativeTime ms={card.orderedAtMs} />}
      </span>
      <span className="text-sm @max-[32rem]:order-last">
        <CardStatusMark card={card} />
        {card.orderedAtMs && (
          <span className="ml-2 text-muted @min-[32rem]:hidden">
            <RelativeTime ms={card.orderedAtMs} />
          </span>
        )}
      </span>
      <span className="text-right whitespace-nowrap @max-[32rem]:row-span-2">
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
    <LoadingRegion label="Loading the cards" className="divide-y divide-hairline border-y border-hairline">
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
