import { useConfig } from '#config/config-context.ts';
import type { Card } from '#domain/card.ts';
import { Address } from '#ui/address.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useNow } from '#ui/use-now.ts';
import { pendingForMs, SLOW_AFTER_MS } from '../poll-interval.ts';

/** What is happening to a card that is not there yet: the stages, the seconds, and after 30 s what to do (laso-card-lifecycle). */
export function PendingProgress({ card }: { card: Card }) {
  const { supportEmail } = useConfig();
  const now = useNow(1_000);
  const elapsedMs = pendingForMs(card, now);
  const slow = elapsedMs >= SLOW_AFTER_MS;
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
            detail: `${elapsedWords(elapsedMs)} so far. It usually takes 7 to 10 seconds; this page updates automatically.`,
          },
          { key: 'ready', label: 'Ready to use', state: 'todo' },
        ]}
      />
      {slow && (
        <Notice tone="caution" title="This is taking longer than it should.">
          <p>
            Nothing more is charged while it is pending. This page keeps checking. To ask Laso, write to{' '}
            <a className="link" href={`mailto:${supportEmail}`}>
              {supportEmail}
            </a>{' '}
            and give the card id:
          </p>
          <Address value={card.id} full copyLabel="Copy card id for support" />
        </Notice>
      )}
    </Panel>
  );
}

/** 47000 → "47 s", 1560000 → "26 min 0 s", 7260000 → "2 h 1 min". */
function elapsedWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}
