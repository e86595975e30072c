import { isoTime } from '#domain/moment.ts';
import { formatExactTime, formatRelativeTime } from './format-time.ts';
import { UnknownValue } from './unknown-value.tsx';
import { useNow } from './use-now.ts';

/**
 * How long ago (or until) a moment is, in ms since 1970; the exact time with its zone on hover and in the
 * element.
 */
export function RelativeTime({ ms }: { ms: number }) {
  const now = useNow(15_000);
  const iso = isoTime(ms);
  if (iso === null) return <UnknownValue reason="The time is not known" />;
  return (
    <time dateTime={iso} title={formatExactTime(ms)} className="whitespace-nowrap">
      {formatRelativeTime(ms, now)}
    </time>
  );
}
