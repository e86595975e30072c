import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/**
 * What a browser does for a page of its own, the router does not: a page that was gone to starts at its top, with the keyboard and the screen
 * reader in it. Back and Forward keep their place.
 */
export function useArrival(): void {
  const { pathname } = useLocation();
  const how = useNavigationType();
  const arrivedAt = useRef(pathname);
  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    if (how === 'POP') return;
    scrollTo(0, 0);
    document.querySelector('main')?.focus({ preventScroll: true });
  }, [pathname, how]);
}
