import { useSyncExternalStore } from 'react';
import { Notice } from '#ui/notice.tsx';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** The browser says there is no network: what is on screen stays, and its age says how old it is. */
export function OfflineNotice() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <Notice tone="caution" title="You are offline.">
      You are seeing the last data loaded. It updates automatically when the connection is back.
    </Notice>
  );
}
