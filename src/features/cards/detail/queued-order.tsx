import type { Card } from '#domain/card.ts';
import { Panel } from '#ui/panel.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { CancelOrder } from './cancel-order.tsx';

interface QueuedOrderProps {
  card: Card;
  frozen: boolean;
}

/** An international order on its way: who does what, how long, and the way out. What became of cancelling stays after the queue. */
export function QueuedOrder({ card, frozen }: QueuedOrderProps) {
  return (
    <>
      {card.status === 'queued' && (
        <Panel title="In the queue" raised>
          <Timeline
            label="Progress of the order"
            steps={[
              { key: 'paid', label: 'Ordered and paid', state: 'done', at: card.orderedAtMs },
              {
                key: 'queued',
                label: 'A person at Laso makes the card',
                state: 'current',
                detail:
                  'Within 24 hours. The card then gets a new id; this page and its address stay the same.',
              },
              { key: 'ready', label: 'Ready to use', state: 'todo' },
            ]}
          />
        </Panel>
      )}
      <CancelOrder card={card} frozen={frozen} />
    </>
  );
}
