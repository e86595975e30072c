import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useServices } from './services.ts';

/** Offline its code may never have been fetched: then nothing can be watched either. */
const AlertsWatch = lazy<() => ReactNode>(() =>
  import('./alerts-watch.tsx').then(
    (module) => ({ default: module.AlertsWatch }),
    () => ({ default: () => null }),
  ),
);

/** Fetches the watch only where there is something to watch: a rule was set, or the tab was hidden while something is pending. */
export function AlertsDoor() {
  const { queryClient } = useServices();
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    const look = () => {
      if (
        hasAlerts() ||
        (document.hidden &&
          queryClient
            .getQueryCache()
            .getAll()
            .some(({ state: { data } }) => Array.isArray(data) && data.some(isPending)))
      )
        setNeeded(true);
    };
    look();
    addEventListener('laso-alerts-changed', look);
    document.addEventListener('visibilitychange', look);
  }, [queryClient]);
  return (
    needed && (
      <Suspense>
        <AlertsWatch />
      </Suspense>
    )
  );
}

/** Blocked storage throws at the touch. */
function hasAlerts(): boolean {
  try {
    return 'laso.alerts' in localStorage;
  } catch {
    return false;
  }
}

/** A card or a withdrawal. */
const isPending = (one: { status?: unknown; state?: unknown } | null): boolean =>
  one?.status === 'pending' || one?.state === 'pending';
