/** Payments for unit and end-to-end tests. */
import {
  summaryOf,
  type PaymentRow,
  type PaymentState,
  type PaymentSummary,
} from '#payments/journal/payment-row.ts';
import { rowOf } from '#payments/pay/sign-order.ts';
import { reviewOf } from '#payments/testing/order-builders.ts';

export const STARTED_MS = Date.parse('2026-11-21T12:00:00Z');

/** A whole row of the journal, as the app stores it when an order of a U.S. card of $50 starts. */
export const paymentRow = (changes: Partial<PaymentRow> = {}): PaymentRow => ({
  ...rowOf(reviewOf(), STARTED_MS),
  ...changes,
});

/** The summary, for lists and pages, of a payment that went through these states, one second apart. */
export const paymentThrough = (
  states: readonly PaymentState[],
  changes: Partial<PaymentSummary> = {},
): PaymentSummary => ({
  ...summaryOf(
    paymentRow({
      sends: 1,
      state: states.at(-1) ?? 'draft',
      history: states.map((state, at) => ({ state, atMs: STARTED_MS + at * 1_000 })),
    }),
  ),
  ...changes,
});
