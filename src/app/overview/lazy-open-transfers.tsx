import { useEffect, useState } from 'react';
import { hasRecords } from '#storage/has-records.ts';
import { lazyPart } from '#ui/lazy-part.tsx';

const OpenTransfers = lazyPart('The open transfers', () =>
  import('./open-transfers.tsx').then((module) => module.OpenTransfers),
);

/** Transfers that wait for a recipient's card (product.md §7). A browser that never bought anything fetches no code for it. */
export function LazyOpenTransfers() {
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    void hasRecords('vault').then(setNeeded);
  }, []);
  return needed && <OpenTransfers />;
}
