import { useQuery } from '@tanstack/react-query';
import { paymentQueries, type Witnesses } from './queries.ts';

/** Looks after open payments wherever the person is in the app. Draws nothing. */
export function PaymentWatch(witnesses: Witnesses) {
  useQuery(paymentQueries.evidence(witnesses));
  return null;
}
