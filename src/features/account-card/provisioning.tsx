import type { AccountCard } from '#laso/account-card/read-account-card.ts';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useNow } from '#ui/use-now.ts';
import { pendingForMs, SLOW_AFTER_MS } from './next-read.ts';

/** What is happening to a card that was ordered. `card` is null while the programme does not show it yet. */
export function Provisioning({ card }: { card: AccountCard | null }) {
  const now = useNow(1_000);
  const elapsedMs = pendingForMs(card, now);
  return (
    <Panel title="Being made" raised className="max-w-160">
      <Timeline
        label="Progress of the order"
        steps={[
          { key: 'ordered', label: 'Ordered', state: 'done', at: card?.orderedAtMs },
          {
            key: 'making',
            label: 'The card program is making the card',
            state: 'current',
            detail: `${Math.floor(elapsedMs / 1_000)} s so far. It usually takes a few seconds; this page updates automatically.`,
          },
          { key: 'active', label: 'Active', state: 'todo' },
        ]}
      />
      {elapsedMs >= SLOW_AFTER_MS && (
        <Notice tone="caution" title="This is taking longer than it should.">
          The order was accepted, and ordering again would change nothing: there is one card for each person.
          This page keeps checking. If it stays like this, ask the card program’s support
          {card?.id ? ` and give the card id ${card.id}` : ''}.
        </Notice>
      )}
    </Panel>
  );
}
