import { x402Client, x402HTTPClient } from '@x402/core/client';
import { ExactSvmScheme } from '@x402/svm/exact/client';
import {
  address,
  assertIsTransactionWithinSizeLimit,
  getTransactionDecoder,
  getTransactionEncoder,
  type TransactionModifyingSigner,
} from '@solana/kit';
import { usdcDecimal } from '#domain/money.ts';
import { networkOf, paymentRequiredOf } from '../evm/payment-required.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { PaymentError } from '../payment-error.ts';

/** Wire transaction in, the signed one out: may be another one. */
export type SignWire = (wire: Uint8Array) => Promise<Uint8Array>;

/**
 * The payment header by x402's own client, capped at exactly the reviewed amount. A *modifying* signer: with a partial one a wallet's own additions
 * would silently be dropped and its signature be wrong.
 */
export async function signedHeaders(
  review: ReviewedOrder,
  rpcUrl: string,
  sign: SignWire,
): Promise<[string, string][]> {
  const signer: TransactionModifyingSigner = {
    address: address(review.payer),
    modifyAndSignTransactions: async (transactions) => {
      const [asked, ...others] = transactions;
      if (!asked || others.length > 0) throw prepared(null);
      const wire = await sign(new Uint8Array(getTransactionEncoder().encode(asked)));
      const signed = getTransactionDecoder().decode(wire);
      assertIsTransactionWithinSizeLimit(signed);
      // The checks before this one made sure that the blockhash is still the same.
      if (!('lifetimeConstraint' in asked)) throw prepared(null);
      return [Object.freeze({ ...signed, lifetimeConstraint: asked.lifetimeConstraint })];
    },
  };
  const client = new x402Client()
    .register(networkOf(review.network), new ExactSvmScheme(signer, { rpcUrl }))
    .setSpendControls({ maxAmountPerPayment: usdcDecimal(BigInt(review.amountAtomic)) });
  const http = new x402HTTPClient(client);
  const payload = await http.createPaymentPayload(paymentRequiredOf(review)).catch((cause: unknown) => {
    throw cause instanceof PaymentError ? cause : prepared(cause);
  });
  return Object.entries(http.encodePaymentSignatureHeader(payload));
}

/** The client's own refusals (spend cap, unknown token, a node that does not answer) come before the wallet is asked. */
const prepared = (cause: unknown): PaymentError =>
  new PaymentError(
    'signer-refused',
    'The payment could not be prepared as you reviewed it. Nothing was sent and nothing was paid.',
    { cause },
  );
