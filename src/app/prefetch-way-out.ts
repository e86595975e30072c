import { database } from '#storage/database.ts';
import { pageModules } from './page-modules.ts';

/** Signing out must work without a network: the page it leads to and the list of open payments are fetched while the browser is idle. */
export function prefetchWayOut(): void {
  const start = () => {
    for (const load of [pageModules.signIn, () => import('./open-payments.ts'), fetchCodesNotice])
      void load().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(start);
  else setTimeout(start);
}

/** Only for who has codes here: nobody else downloads it. */
async function fetchCodesNotice(): Promise<unknown> {
  const kept = await (await database()).count('vault');
  return kept > 0 ? import('./sign-out-codes.tsx') : null;
}
