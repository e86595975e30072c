import { lazy, Suspense, useEffect, useState } from 'react';
import { sessionOf } from '#features/session/session-store.ts';
import { hasRecords } from '#storage/has-records.ts';
import { useServices } from './services.ts';

const PaymentWatch = lazy(() =>
  import('#features/payments/payment-watch.tsx').then((module) => ({ default: module.PaymentWatch })),
);

/**
 * Looks after payments of earlier visits from the start (product.md §5). A browser that never paid has no records, and never fetches the code
 * that reads the chain.
 */
export function OpenPaymentsWatch() {
  const { config, client } = useServices();
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    void hasRecords('payments').then(setNeeded);
  }, []);
  if (!needed) return null;
  return (
    <Suspense>
      <PaymentWatch
        config={config}
        client={client}
        isSignedIn={(account) => sessionOf(account) !== undefined}
      />
    </Suspense>
  );
}
