import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { ALERTS_KEY } from '#storage/keys.ts';
import { useServices } from '../services.ts';

/** Offline its code may never have been fetched: then nothing can be watched either. */
const AlertsWatch = lazy<() => ReactNode>(() =>
  import('./alerts-watch.tsx').then(
    (module) => ({ default: module.AlertsWatch }),
    () => ({ default: () => null }),
  ),
);

/**
 * Fetches the watch only where there is something to watch: a rule was set, or the tab was hidden while something is pending. Every page loads
 * this file, so it is small and knows storage/alerts.ts by name only.
 */
export function LazyAlerts() {
  const { queryClient } = useServices();
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    const look = () => {
      try {
        if (
          (document.hidden && queryClient.getQueryCache().getAll().some(isAwaited)) ||
          ALERTS_KEY in localStorage
        )
          setNeeded(true);
      } catch {
        // Storage is refused.
      }
    };
    look();
    for (const event of [ALERTS_KEY, 'visibilitychange']) addEventListener(event, look);
  }, [queryClient]);
  return (
    needed && (
      <Suspense>
        <AlertsWatch />
      </Suspense>
    )
  );
}

/** A pending card, or a list with one or with a pending withdrawal. */
const isAwaited = ({ state: { data } }: { state: { data: unknown } }): boolean =>
  [data].flat().some((one: unknown) => {
    const { status, state } = Object(one);
    return [status, state].includes('pending');
  });
