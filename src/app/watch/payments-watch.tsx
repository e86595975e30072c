import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { accountIdOf } from '#domain/account.ts';
import { EVIDENCE_KEY } from '#features/payments/evidence-key.ts';
import { PaymentWatch } from '#features/payments/payment-watch.tsx';
import { sessionOf } from '#session/session-store.ts';
import { journal } from '#payments/journal/browser-journal.ts';
import { needsEvidence, type ReconcileReport } from '#payments/reconcile/reconcile.ts';
import { refreshAfterPurchase } from '../order/refresh-after-purchase.ts';
import { useServices, type Services } from '../services.ts';

/** Looks after open payments wherever the person is, and hears of what becomes of them in every tab. Draws nothing. */
export function PaymentsWatch() {
  const { config, client, queryClient } = useServices();
  useEffect(() => {
    const read = new Set<string>();
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const look = (): void => void queryClient.invalidateQueries({ queryKey: EVIDENCE_KEY });
    const stop = journal.onChange(
      (rowId) =>
        void follow(rowId, { client, queryClient, read }).then(
          (inMs) => inMs !== null && timers.add(setTimeout(look, inMs)),
          // A record that cannot be read is shown as such under Payments.
          () => undefined,
        ),
    );
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };
  }, [client, queryClient]);
  return (
    <PaymentWatch
      config={config}
      client={client}
      isSignedIn={(account) => sessionOf(account) !== undefined}
    />
  );
}

/** What Laso answered is read before it is looked behind, and the chain needs moments to be sure. */
const FIRST_LOOK_MS = 5_000;

/** Resolves with the time (ms) after which the row has to be looked at; null when it need not be, or when that comes by itself. */
async function follow(
  rowId: string,
  { client, queryClient, read }: Omit<Services, 'config'> & { read: Set<string> },
): Promise<number | null> {
  const row = await journal.get(rowId);
  if (!row) return null;
  // Once: the chain's proof comes later and brings nothing more to the lists.
  if (row.state === 'delivered' && !read.has(rowId)) {
    read.add(rowId);
    await refreshAfterPurchase({ client, queryClient }, accountIdOf(row.payer));
  }
  if (!needsEvidence(row, Date.now()) || wasLookedAt(queryClient, rowId)) return null;
  return row.state === 'delivered' ? 0 : FIRST_LOOK_MS;
}

/** Then the next look comes by itself. */
const wasLookedAt = (queryClient: QueryClient, rowId: string): boolean =>
  queryClient
    .getQueryData<readonly ReconcileReport[]>(EVIDENCE_KEY)
    ?.some((looked) => looked.rowId === rowId) === true;
