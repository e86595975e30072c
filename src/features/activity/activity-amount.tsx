import type { ActivityItem } from '#domain/activity.ts';
import { Money } from '#ui/money.tsx';

/** What came in has a plus; what moved no money as far as anybody knows, such as a declined payment, is quiet: its status says why. */
export function ActivityAmount({ item: { amountCents, direction } }: { item: ActivityItem }) {
  if (amountCents === null) return null;
  if (direction === null) return <Money cents={amountCents} tone="muted" />;
  return (
    <Money cents={amountCents} signed={direction === 'in'} tone={direction === 'in' ? 'positive' : 'plain'} />
  );
}
