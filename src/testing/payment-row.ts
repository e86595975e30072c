/** A payment for the tests of this folder. */
import { BASE } from '#domain/chain.ts';
import type { PaymentState, PaymentSummary } from '#payments/journal/payment-row.ts';

export const STARTED_MS = Date.parse('2026-11-21T12:00:00Z');

/** Went through these states, one second apart. */
export function paymentThrough(
  states: readonly PaymentState[],
  changes: Partial<PaymentSummary> = {},
): PaymentSummary {
  return {
    version: 2,
    revision: 0,
    marks: null,
    answerable: false,
    sends: 1,
    settledAtSec: null,
    hint: null,
    knownProductIds: null,
    candidateIds: [],
    retryOf: null,
    dismissed: null,
    id: 'order-1',
    state: states.at(-1) ?? 'draft',
    product: { kind: 'us-card', amountCents: 5_000 },
    amountAtomic: '50000000',
    network: BASE,
    asset: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
    payer: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
    payTo: '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37',
    accountId: '0x70997970c51812dc3a010c7d01b50e0d17dc79c8',
    requestUrl: 'https://laso.finance/get-card?amount=50',
    history: states.map((state, at) => ({ state, atMs: STARTED_MS + at * 1_000 })),
    transaction: null,
    cardId: null,
    reason: null,
    validBeforeSec: null,
    ...changes,
  };
}
