import { lazy, Suspense, useEffect, useState } from 'react';
import { hasRecords } from '#storage/has-records.ts';

const OpenTransfers = lazy(() =>
  import('./open-transfers.tsx').then((module) => ({ default: module.OpenTransfers })),
);

/** Transfers that wait for a recipient's card (product.md §7). A browser that never bought anything fetches no code for it. */
export function OpenTransfersDoor() {
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    void hasRecords('vault').then(setNeeded);
  }, []);
  if (!needed) return null;
  return (
    <Suspense>
      <OpenTransfers />
    </Suspense>
  );
}
