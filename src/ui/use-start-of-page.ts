import { useEffect, useRef } from 'react';

/**
 * Takes the person to the top of the page, with the keyboard and the screen reader in it, each time `shown`
 * changes. `stay` leaves everything in its place: Back and Forward restore their own.
 */
export function useStartOfPage(shown: string, stay = false): void {
  const last = useRef(shown);
  useEffect(() => {
    if (last.current === shown) return;
    last.current = shown;
    if (stay) return;
    window.scrollTo(0, 0);
    document.querySelector('main')?.focus({ preventScroll: true });
  }, [shown, stay]);
}
