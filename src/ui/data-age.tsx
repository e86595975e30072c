import { isoTime } from '#domain/moment.ts';
import { classNames } from './class-names.ts';
import { formatAge, formatExactTime } from './format-time.ts';
import { useNow } from './use-now.ts';

type DataAgeProps = {
  /** When the data on screen was read, ms; null or 0 = not yet. */
  updatedAt: number | null;
  /** From this age on the caution color and the word "Stale" are used. */
  staleAfterMs?: number | undefined;
  /** A read is on its way. */
  refreshing?: boolean | undefined;
  /** The newest read failed: what is shown is the last that worked. */
  failed?: boolean | undefined;
};

/** "Updated 12 s ago", turning to caution when old. Not a live region: it would talk every second. */
export function DataAge({
  updatedAt,
  staleAfterMs = 120_000,
  refreshing = false,
  failed = false,
}: DataAgeProps) {
  const now = useNow(1_000);
  if (!updatedAt)
    return <span className="text-sm text-muted">{refreshing ? 'Loading…' : 'Not loaded yet'}</span>;
  const stale = failed || now - updatedAt >= staleAfterMs;
  const age = formatAge(updatedAt, now);
  return (
    <time
      dateTime={isoTime(updatedAt) ?? undefined}
      title={formatExactTime(updatedAt)}
      className={classNames(
        'text-sm tabular-nums whitespace-nowrap',
        stale ? 'font-medium text-caution' : 'text-muted',
      )}
    >
      {failed
        ? `Could not update. Data from ${age} ago`
        : `${stale ? 'Stale: updated' : 'Updated'} ${age} ago`}
    </time>
  );
}
