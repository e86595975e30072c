import { lazy } from 'react';

/** The second issuer's card. Decided when the page is built: without `accountCard` in the configuration none of its code is in a chunk. */
export const accountCardRoute = import.meta.env.LASO_ACCOUNT_CARD
  ? {
      path: '/account-card',
      label: 'Account card',
      Page: lazy(() =>
        import('./pages/account-card-page.tsx').then((module) => ({ default: module.AccountCardPage })),
      ),
    }
  : null;
