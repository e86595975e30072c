import type { ActivityItem } from '#domain/activity.ts';
import { Money } from '#ui/money.tsx';

/** What came in has a plus; what moved no money, such as a declined payment, is struck through. */
export function ActivityAmount({ item: { amountCents, direction } }: { item: ActivityItem }) {
  if (amountCents === null) return null;
  if (direction === null)
    return (
      <s className="text-muted">
        <Money cents={amountCents} tone="muted" />
      </s>
    );
  return (
    <Money cents={amountCents} signed={direction === 'in'} tone={direction === 'in' ? 'positive' : 'plain'} />
  );
}
