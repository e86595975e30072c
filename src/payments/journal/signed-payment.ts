import * as z from 'zod/mini';

/** What finding a Solana payment needs; written by `solana/signer.ts`, read by `solana/evidence.ts`. */
export const solanaMarksSchema = z.looseObject({
  /** The memo of the transaction: random, unless the server chose it. */
  memo: z.string(),
  blockhash: z.string(),
  /** From this block height on the transaction can never land. */
  lastValidBlockHeight: z.int(),
  /** The payer's USDC token account. */
  tokenAccount: z.string(),
});

/**
 * A signed authorisation, ready to be sent and able to be sent again unchanged. Whoever holds it can have exactly this
 * payment made until `validBeforeSec`, so it lives only in its journal row and goes nowhere but to the API.
 */
export const signedPaymentSchema = z.object({
  network: z.string(),
  payer: z.string(),
  /** `PAYMENT-SIGNATURE` is x402 version 2, `X-PAYMENT` version 1. */
  headerName: z.string().check(z.regex(/^(PAYMENT-SIGNATURE|X-PAYMENT)$/)),
  headerValue: z.string().check(z.minLength(1), z.maxLength(32_768)),
  /** What identifies the payment on chain. Base: 32 bytes, hex. Solana: the memo. */
  nonce: z.string(),
  validAfterSec: z.int(),
  /** Until when it is worth sending. Base: the authorisation's own end. Solana: an estimate; the block height decides there. */
  validBeforeSec: z.int(),
  solana: z.optional(solanaMarksSchema),
});
export type SignedPayment = z.infer<typeof signedPaymentSchema>;

/** The one interface between the flow and a chain (`evm/signer.ts` and its twin `solana/signer.ts`). */
export interface PaymentSigner {
  /** The address that will pay, as the signer will use it. */
  readonly payer: string;
  /** Asks the wallet for exactly one signature. Throws PaymentError (`wallet-…`, `signer-refused`): then there is none. */
  sign(): Promise<SignedPayment>;
}
