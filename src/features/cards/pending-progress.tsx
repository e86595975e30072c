import type { Card } from '#domain/card.ts';
import { Address } from '#ui/address.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useNow } from '#ui/use-now.ts';
import { pendingForMs, SLOW_AFTER_MS } from './poll-interval.ts';

/** What is happening to a card that is not there yet: the stages, the seconds, and after 30 s what to do (laso-card-lifecycle). */
export function PendingProgress({ card, supportEmail }: { card: Card; supportEmail: string }) {
  const now = useNow(1_000);
  const elapsedMs = pendingForMs(card, now);
  return (
    <Panel title="Being issued" raised>
      <Timeline
        label="Progress of the order"
        steps={[
          { key: 'paid', label: 'Ordered and paid', state: 'done', at: card.orderedAtMs },
          {
            key: 'issuing',
            label: 'The card network is issuing the card',
            state: 'current',
            detail: `${Math.floor(elapsedMs / 1000)} s so far. It usually takes 7 to 10 seconds; this page looks by itself.`,
          },
          { key: 'ready', label: 'Ready to use', state: 'todo' },
        ]}
      />
      {elapsedMs >= SLOW_AFTER_MS && (
        <Notice tone="caution" title="This takes longer than it should.">
          Your payment is safe: the order is with Laso. Write to{' '}
          <a className="link" href={`mailto:${supportEmail}`}>
            {supportEmail}
          </a>{' '}
          and name the card <Address value={card.id} full copyLabel="Copy card id" />.
        </Notice>
      )}
    </Panel>
  );
}
