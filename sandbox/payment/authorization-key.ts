import type { PaymentPayload } from '@x402/core/types';

/** The part of a payment that works only once: Base's authorization, Solana's transaction. */
export const authorizationKey = ({ payload }: PaymentPayload): string =>
  JSON.stringify(payload['authorization'] ?? payload['transaction'] ?? null);
