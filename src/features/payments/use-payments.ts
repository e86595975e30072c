import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onPaymentChange } from '#payments/journal/payment-channel.ts';
import { recordedPayments } from './recorded-payments.ts';

/** The journal, kept up to date with commits in every tab. */
export function usePayments() {
  const queryClient = useQueryClient();
  useEffect(
    () => onPaymentChange(() => void queryClient.invalidateQueries({ queryKey: recordedPayments.queryKey })),
    [queryClient],
  );
  return useQuery(recordedPayments);
}
