import type { PaymentPayload } from '@x402/core/types';

/** What a payment can be made with once: Base's authorisation, Solana's transaction. */
export const authorisationKey = ({ payload }: PaymentPayload): string =>
  JSON.stringify(payload['authorization'] ?? payload['transaction'] ?? null);
