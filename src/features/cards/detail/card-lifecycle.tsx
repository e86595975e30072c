import type { Card } from '#domain/card.ts';
import { lifecycleOf } from '#domain/lifecycle.ts';
import { Panel } from '#ui/panel.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { TransactionTime } from './transaction-time.tsx';

/** What became of a card so far and what comes next. */
export function CardLifecycle({ card }: { card: Card }) {
  return (
    <Panel title="Lifecycle">
      <Timeline
        label="Lifecycle of this card"
        steps={lifecycleOf(card).map(({ when, ...step }) => ({
          ...step,
          time: when && <TransactionTime when={when} />,
        }))}
      />
    </Panel>
  );
}
