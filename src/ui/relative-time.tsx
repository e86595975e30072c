import { formatExactTime, formatRelativeTime } from './format-time.ts';
import { useNow } from './use-now.ts';

/** How long ago (or until) a moment is, in ms since 1970; the exact time with its zone on hover and in the element. */
export function RelativeTime({ ms }: { ms: number }) {
  const now = useNow(15_000);
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatExactTime(ms)} className="whitespace-nowrap">
      {formatRelativeTime(ms, now)}
    </time>
  );
}
