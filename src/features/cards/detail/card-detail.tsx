import { paths } from '#config/paths.ts';
import { statusWord, type Card } from '#domain/card.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { PartBoundary } from '#ui/part-boundary.tsx';
import { LoadingRegion, Skeleton } from '#ui/skeleton.tsx';
import { CardFacts } from './card-facts.tsx';
import { CardLifecycle } from './card-lifecycle.tsx';
import { CardNotePanel } from './card-note-panel.tsx';
import { CardSecrets } from '../reveal/card-secrets.tsx';
import { hasDetails } from '../card-words.ts';
import { PendingProgress } from './pending-progress.tsx';
import { QueuedOrder } from './queued-order.tsx';
import { RefreshBalance } from './refresh-balance.tsx';
import { RefundProgress } from './refund-progress.tsx';
import { RevealHistory } from '../reveal/reveal-history.tsx';
import { TransactionsTable } from './transactions-table.tsx';

interface CardDetailProps {
  card: Card;
  /** The account is frozen: nothing can be ordered. */
  frozen?: boolean;
}

export function CardDetail({ card, frozen = false }: CardDetailProps) {
  const awaited = card.status === 'pending';
  return (
    <div className="flex flex-col gap-8">
      {/* Says a change of status once, such as Pending → Ready. */}
      <output className="sr-only">{`Status: ${statusWord(card)}`}</output>
      {card.status === 'depleted' && (
        <Notice
          tone="info"
          title="This card is used up."
          actions={
            !frozen && (
              <ButtonLink size="small" to={card.type === 'intl' ? paths.orderIntlCard : paths.orderUsCard}>
                Order the next one
              </ButtonLink>
            )
          }
        >
          It cannot be topped up.
        </Notice>
      )}
      <div className="grid gap-8 lg:grid-cols-[minmax(0,25rem)_minmax(0,1fr)]">
        <div className="flex flex-col gap-6">
          <PartBoundary of={card}>
            <CardSecrets card={card} key={card.id} />
          </PartBoundary>
          {hasDetails(card) && (
            <PartBoundary of={card}>
              <RefreshBalance card={card} key={`refresh ${card.id}`} />
            </PartBoundary>
          )}
          {/* What is on its way has its progress said beside the facts. */}
          {!awaited && card.status !== 'queued' && (
            <PartBoundary of={card}>
              <CardLifecycle card={card} />
            </PartBoundary>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {card.type === 'intl' && (
            <PartBoundary of={card}>
              <QueuedOrder card={card} frozen={frozen} key={card.queuedOrderCardId ?? card.id} />
            </PartBoundary>
          )}
          {awaited && (
            <PartBoundary of={card}>
              <PendingProgress card={card} />
            </PartBoundary>
          )}
          {card.status === 'refund-requested' && (
            <PartBoundary of={card}>
              <RefundProgress card={card} />
            </PartBoundary>
          )}
          <PartBoundary of={card}>
            <CardFacts card={card} />
          </PartBoundary>
          <PartBoundary>
            <CardNotePanel card={card} key={`note ${card.id}`} />
          </PartBoundary>
          <RevealHistory cardId={card.id} />
        </div>
      </div>
      <Panel title="Transactions">
        <TransactionsTable
          transactions={card.transactions}
          unreadLines={card.unreadLines}
          empty={awaited ? 'The card is not ready yet.' : 'Nothing has been bought with this card so far.'}
        />
      </Panel>
    </div>
  );
}

export function CardDetailSkeleton() {
  return (
    <LoadingRegion
      label="Loading the card"
      className="grid gap-8 lg:grid-cols-[minmax(0,25rem)_minmax(0,1fr)]"
    >
      <Skeleton className="aspect-[85.6/54] w-full max-w-100" />
      <div className="flex flex-col gap-4">
        {['w-full', 'w-4/5', 'w-full', 'w-3/5', 'w-full'].map((width, row) => (
          // The rows are all alike and never move.
          <Skeleton key={`${width}${String(row)}`} className={`h-5 ${width}`} />
        ))}
      </div>
    </LoadingRegion>
  );
}
