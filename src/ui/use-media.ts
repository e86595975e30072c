import { useCallback, useState, useSyncExternalStore } from 'react';

/**
 * Whether the media query holds, followed. One list for the component: asking for a new one at every render
 * costs what a table of rows does.
 */
export function useMedia(query: string): boolean {
  // jsdom has no media queries.
  const [list] = useState(() => ('matchMedia' in globalThis ? matchMedia(query) : null));
  const follow = useCallback(
    (changed: () => void) => {
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    [list],
  );
  return useSyncExternalStore(follow, () => list?.matches ?? false);
}
