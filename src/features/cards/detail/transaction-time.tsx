import { formatClock } from '#domain/clock-text.ts';
import { formatDay } from '#domain/day.ts';
import type { Transaction } from '#domain/transaction.ts';
import { RelativeTime } from '#ui/relative-time.tsx';

/** A day is written as it is, with its time if it has one, whatever the reader's time zone; a moment has its exact time on hover. */
export function TransactionTime({ when }: { when: Transaction['when'] }) {
  if (!when) return <span className="text-muted">No date</span>;
  if (when.kind === 'day')
    return (
      <time dateTime={when.day} title={when.clock && 'As Laso writes it, in U.S. Eastern time'}>
        {[formatDay(when.day), when.clock && `${formatClock(when.clock)} ET`].filter(Boolean).join(', ')}
      </time>
    );
  return <RelativeTime ms={when.ms} />;
}
