import type { AccountCard } from '#laso/account-card/read-account-card.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useNow } from '#ui/use-now.ts';
import { SLOW_AFTER_MS } from './next-read.ts';
import type { OpenOrder } from './programme-access.ts';

interface ProvisioningProps {
  /** Null while the programme does not show it yet. */
  card: AccountCard | null;
  /** Of which no card is to be seen yet. */
  order: OpenOrder | null;
  waitingSinceMs: number;
  onOrderAgain: () => void;
}

/** What is happening to a card that was ordered, or may have been. */
export function Provisioning({ card, order, waitingSinceMs, onOrderAgain }: ProvisioningProps) {
  const now = useNow(1_000);
  const elapsedMs = Math.max(0, now - waitingSinceMs);
  const slow = elapsedMs >= SLOW_AFTER_MS;
  const unsure = order === 'unsure';
  return (
    <Panel title={unsure ? 'Waiting for the card' : 'Being made'} raised className="max-w-160">
      {unsure && (
        <Notice
          tone="caution"
          title="The order may have gone through."
          actions={
            slow && (
              <Button size="small" onClick={onOrderAgain}>
                Order again
              </Button>
            )
          }
        >
          {slow
            ? 'No card has appeared yet. You can order again: there is one card for each person, so a second order cannot create a second card.'
            : 'It was sent, but the card program did not confirm it. This page keeps checking for the card; do not order again yet.'}
        </Notice>
      )}
      <Timeline
        label="Progress of the order"
        steps={[
          {
            key: 'ordered',
            label: unsure ? 'Order sent' : 'Ordered',
            state: 'done',
            at: card?.orderedAtMs,
          },
          {
            key: 'making',
            label: unsure ? 'Checking for the card' : 'The card program is making the card',
            state: 'current',
            detail: `${Math.floor(elapsedMs / 1_000)} s so far. It usually takes a few seconds; this page updates automatically.`,
          },
          { key: 'active', label: 'Active', state: 'todo' },
        ]}
      />
      {slow && !unsure && (
        <Notice tone="caution" title="This is taking longer than it should.">
          The order was accepted, and ordering again would change nothing: there is one card for each person.
          This page keeps checking. If it stays like this, ask the card program’s support
          {card?.id ? ` and give the card id ${card.id}` : ''}.
        </Notice>
      )}
    </Panel>
  );
}
