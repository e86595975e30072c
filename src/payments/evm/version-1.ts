import type { ReviewedOrder } from '../quote/order-review.ts';
import { TRANSFER_TYPES, type TypedDataRequest } from './typed-data-check.ts';

interface InnerSigner {
  readonly address: `0x${string}`;
  signTypedData(request: TypedDataRequest): Promise<`0x${string}`>;
}

/** As @x402/evm does: a little in the past, for chains whose clock lags ours. */
const VALID_SINCE_SEC = 600;

/**
 * The header of an x402 version 1 payment (specs/schemes/exact/scheme_exact_evm.md, transports-v1/http.md). Written here because
 * @x402/evm has it in one module with its facilitator; what is signed goes through the same check as version 2.
 */
export async function signedVersion1(
  review: ReviewedOrder,
  signer: InnerSigner,
  nowMs: number,
): Promise<[string, string][]> {
  const nowSec = Math.floor(nowMs / 1000);
  const message = {
    from: signer.address,
    to: review.payTo,
    value: BigInt(review.amountAtomic),
    validAfter: BigInt(Math.max(0, nowSec - VALID_SINCE_SEC)),
    validBefore: BigInt(nowSec + review.signedSeconds),
    nonce: randomNonce(),
  };
  const signature = await signer.signTypedData({
    domain: {
      ...review.domain,
      chainId: Number(review.network.split(':')[1]),
      verifyingContract: review.asset,
    },
    types: TRANSFER_TYPES,
    primaryType: 'TransferWithAuthorization',
    message,
  });
  const payload = {
    x402Version: 1,
    scheme: 'exact',
    network: review.offerRaw['network'],
    payload: {
      signature,
      authorization: {
        ...message,
        value: message.value.toString(),
        validAfter: message.validAfter.toString(),
        validBefore: message.validBefore.toString(),
      },
    },
  };
  return [['X-PAYMENT', btoa(JSON.stringify(payload))]];
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
