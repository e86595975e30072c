import * as z from 'zod/mini';

/**
 * A signed authorisation, ready to be sent and able to be sent again unchanged. Whoever holds it can have exactly this
 * payment made until `validBeforeSec`, so it lives only in its journal row and goes nowhere but to the API.
 */
export const signedPaymentSchema = z.object({
  network: z.string(),
  payer: z.string(),
  /** `PAYMENT-SIGNATURE` (x402 version 2); version 1 will be `X-PAYMENT`. */
  headerName: z.string().check(z.regex(/^(PAYMENT-SIGNATURE|X-PAYMENT)$/)),
  headerValue: z.string().check(z.minLength(1), z.maxLength(32_768)),
  /** What identifies the payment on chain: 32 bytes, hex. */
  nonce: z.string(),
  validAfterSec: z.int(),
  validBeforeSec: z.int(),
});
export type SignedPayment = z.infer<typeof signedPaymentSchema>;

/** The one interface between the flow and a chain (`evm/signer.ts`; Solana gets a twin). */
export interface PaymentSigner {
  /** The address that will pay, as the signer will use it. */
  readonly payer: string;
  /** Asks the wallet for exactly one signature. Throws PaymentError (`wallet-…`, `signer-refused`): then there is none. */
  sign(): Promise<SignedPayment>;
}
