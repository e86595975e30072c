import { pageModules } from './page-modules.ts';

/** Signing out must work without a network: the page it leads to and the list of open payments are fetched while the browser is idle. */
export function prefetchWayOut(): void {
  const start = () => {
    for (const load of [pageModules.signIn, () => import('./open-payments.ts')])
      void load().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(start);
  else setTimeout(start);
}
