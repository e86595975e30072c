import { onPaymentChange } from '#payments/journal/payment-channel.ts';
import { hasRecords } from '#storage/has-records.ts';
import { pageModules } from './page-modules.ts';

/** Signing out must work without a network: the page it leads to and what the dialog names are fetched while the browser is idle. */
export function prefetchWayOut(): void {
  const start = () => {
    for (const load of [pageModules.signIn, fetchOpenPayments, fetchCodesNotice])
      void load().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(start);
  else setTimeout(start);
  // The first payment of this browser may be made later, here or in another tab.
  const stop = onPaymentChange(() => {
    stop();
    void import('./device/open-payments.ts').catch(() => undefined);
  });
}

/** Only for who has paid here, and codes here: nobody else downloads it. */
const fetchOpenPayments = async (): Promise<unknown> =>
  (await hasRecords('payments')) ? import('./device/open-payments.ts') : null;
const fetchCodesNotice = async (): Promise<unknown> =>
  (await hasRecords('vault')) ? import('./device/sign-out-codes.tsx') : null;
