import { x402Client, x402HTTPClient } from '@x402/core/client';
import { ExactEvmScheme } from '@x402/evm/exact/client';
import { usdcDecimal } from '#domain/money.ts';
import type { ReviewedOrder } from '../quote/order-review.ts';
import { PaymentError } from '../payment-error.ts';
import type { PaymentSigner } from '../journal/signed-payment.ts';
import { networkOf, paymentRequiredOf } from './payment-required.ts';
import { readSignedHeader } from './signed-header.ts';
import { checkTypedData, type Authorization, type TypedDataRequest } from './typed-data-check.ts';
import type { SigningConnection } from './wallet.ts';
import { signedVersion1 } from './version-1.ts';
import { signTransfer } from './wallet-signature.ts';

type Scheme = ConstructorParameters<typeof ExactEvmScheme>[0];
type ClientScheme = Parameters<x402Client['register']>[1];

export interface EvmSignerInput {
  readonly review: ReviewedOrder;
  readonly connection: SigningConnection;
  readonly now?: () => number;
  /** How the payload is built from a signer; for tests that tamper with it. */
  readonly scheme?: (signer: Scheme) => ExactEvmScheme;
}

/**
 * A signer for exactly one reviewed order on an EIP-155 network. `sign()` asks the wallet for its network and account, then
 * for exactly one `eth_signTypedData_v4` of an EIP-3009 transfer; whatever differs from the review is refused before the wallet
 * sees it (lessons.md S20, S21). Throws PaymentError `wallet-…` or `signer-refused`. A second `sign()` is refused.
 */
export function createEvmSigner({
  review,
  connection,
  now = Date.now,
  scheme,
}: EvmSignerInput): PaymentSigner {
  let used = false;
  return {
    payer: connection.address,
    async sign() {
      if (used)
        throw new PaymentError(
          'state',
          'The wallet was already asked to sign this order. Nothing was signed again.',
        );
      used = true;
      let asked: Authorization | null = null;
      const inner = {
        address: addressOf(review.payer),
        async signTypedData(request: TypedDataRequest) {
          if (asked)
            throw new PaymentError(
              'signer-refused',
              'A second signature was asked for. It was refused; nothing was paid.',
            );
          asked = checkTypedData(request, review, now());
          return signTransfer(connection, review, asked);
        },
      };
      const headers =
        review.challengeRaw['x402Version'] === 1
          ? await signedVersion1(review, inner, now())
          : await signedVersion2(review, (scheme ?? ((signer) => new ExactEvmScheme(signer)))(inner));
      return readSignedHeader(headers, review, asked);
    },
  };
}

/** By x402's own client, capped at exactly the reviewed amount. */
async function signedVersion2(review: ReviewedOrder, scheme: ExactEvmScheme): Promise<[string, string][]> {
  const client = new x402Client()
    .register(networkOf(review.network), endingAsReviewed(scheme, review))
    .setSpendControls({ maxAmountPerPayment: usdcDecimal(BigInt(review.amountAtomic)) });
  const http = new x402HTTPClient(client);
  const payload = await http.createPaymentPayload(paymentRequiredOf(review)).catch(libraryRefusal);
  return Object.entries(http.encodePaymentSignatureHeader(payload));
}

/** What is signed ends when the review says; what is echoed to the server stays its own term. */
const endingAsReviewed = (scheme: ExactEvmScheme, { signedSeconds }: ReviewedOrder): ClientScheme => ({
  scheme: scheme.scheme,
  findDefaultAsset: scheme.findDefaultAsset,
  createPaymentPayload: (version, terms, context) =>
    scheme.createPaymentPayload(version, { ...terms, maxTimeoutSeconds: signedSeconds }, context),
});

const addressOf = (address: string): `0x${string}` => `0x${address.slice(2)}`;

/** The x402 client's own refusals (spend cap, unknown token or flow) come before the wallet is asked. */
function libraryRefusal(cause: unknown): never {
  if (cause instanceof PaymentError) throw cause;
  throw new PaymentError(
    'signer-refused',
    'The payment could not be prepared as you reviewed it. Nothing was signed and nothing was paid.',
    { cause },
  );
}
