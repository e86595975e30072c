import { useEffect } from 'react';
import { PaymentWatch } from '#features/payments/payment-watch.tsx';
import { usePayments } from '#features/payments/use-payments.ts';
import { sessionOf } from '#features/session/session-store.ts';
import type { PaymentSummary } from '#payments/payment-row.ts';
import { useServices } from './services.ts';

interface FollowOrderProps {
  row: PaymentSummary;
  onRow: (newer: PaymentSummary) => void;
}

/** Looks for what is still missing of an order and tells when the journal has it. Draws nothing. */
export function FollowOrder({ row, onRow }: FollowOrderProps) {
  const { config, client } = useServices();
  const stored = usePayments().data?.find((entry) => entry.kind === 'row' && entry.row.id === row.id);
  const newer = stored?.kind === 'row' && stored.row.revision > row.revision ? stored.row : null;
  useEffect(() => {
    if (newer) onRow(newer);
  }, [newer, onRow]);
  return (
    <PaymentWatch
      config={config}
      client={client}
      isSignedIn={(account) => sessionOf(account) !== undefined}
    />
  );
}
