import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { isJsonObject } from '#payments/quote/json-object.ts';
import { onPaymentChange } from '#payments/journal/payment-channel.ts';
import { database } from '#storage/database.ts';
import { hasRecords } from '#storage/has-records.ts';

/** Where its code cannot be fetched nothing is looked after until the next visit, or until Payments is opened. */
const PaymentsWatch = lazy<() => ReactNode>(() =>
  import('./payments-watch.tsx').then(
    (module) => ({ default: module.PaymentsWatch }),
    () => ({ default: () => null }),
  ),
);

/**
 * Looks after payments of earlier visits from the start, and after those of this visit as soon as one ends open (product.md §5). A browser
 * that never paid has no records, and never fetches the code that reads the chain.
 */
export function OpenPaymentsWatch() {
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    if (needed) return undefined;
    let here = true;
    const found = () => here && setNeeded(true);
    void hasRecords('payments').then((has) => has && found());
    const stop = onPaymentChange((rowId) => {
      endedOpen(rowId).then(
        (open) => open && found(),
        () => undefined,
      );
    });
    return () => {
      here = false;
      stop();
    };
  }, [needed]);
  return (
    needed && (
      <Suspense>
        <PaymentsWatch />
      </Suspense>
    )
  );
}

/** Whether the row just written may have something left to be found: rather once too often. Its schema is not loaded for this. */
async function endedOpen(rowId: unknown): Promise<boolean> {
  const row = typeof rowId === 'string' && (await (await database()).get('payments', rowId));
  if (!isJsonObject(row)) return false;
  const { state, settledAtSec, orderedAtMs } = row;
  if (state === 'delivered') return settledAtSec === null || typeof orderedAtMs === 'number';
  return state === 'unknown' || state === 'paid-not-delivered';
}
