import { useLocation, useNavigationType } from 'react-router';
import { useStartOfPage } from '#ui/use-start-of-page.ts';

/** The browser starts a page of its own at the top and focuses it; the router does neither, so this does. */
export function useArrival(): void {
  const { pathname } = useLocation();
  useStartOfPage(pathname, useNavigationType() === 'POP');
}
