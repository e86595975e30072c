import type { ReviewedOrder } from '../quote/order-review.ts';
import { PaymentError } from '../payment-error.ts';

/** What a library asks the wallet to sign. Everything in it is checked, so everything is unknown here. */
export interface TypedDataRequest {
  readonly domain: Record<string, unknown>;
  readonly types: Record<string, unknown>;
  readonly primaryType: string;
  readonly message: Record<string, unknown>;
}

/** The one thing that may be signed: an EIP-3009 transfer (EIP-712 types as in https://eips.ethereum.org/EIPS/eip-3009). */
export interface Authorization {
  readonly from: `0x${string}`;
  readonly to: `0x${string}`;
  readonly value: bigint;
  readonly validAfter: bigint;
  readonly validBefore: bigint;
  readonly nonce: `0x${string}`;
}

export const TRANSFER_TYPES = {
  TransferWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const;

/**
 * The last check before the wallet: every field of the typed data equals the reviewed order, and there is no other field.
 * Returns the authorisation as checked; throws PaymentError `signer-refused` naming the field.
 */
export function checkTypedData(
  request: TypedDataRequest,
  review: ReviewedOrder,
  nowMs: number,
): Authorization {
  const { domain, types, primaryType, message } = request;
  const nowSec = BigInt(Math.floor(nowMs / 1000));
  const must = (fits: boolean, field: string): void => {
    if (!fits) throw refused(field);
  };
  must(hasExactly(domain, ['name', 'version', 'chainId', 'verifyingContract']), 'the fields of the domain');
  must(domain['name'] === review.domain.name, 'the token name');
  must(domain['version'] === review.domain.version, 'the token version');
  must(`eip155:${String(domain['chainId'])}` === review.network, 'the network');
  must(sameAddress(domain['verifyingContract'], review.asset), 'the token');
  must(primaryType === 'TransferWithAuthorization', 'the kind of permission');
  must(JSON.stringify(types) === JSON.stringify(TRANSFER_TYPES), 'the kind of permission');

  must(
    hasExactly(message, ['from', 'to', 'value', 'validAfter', 'validBefore', 'nonce']),
    'the fields of the transfer',
  );
  const { from, to, value, validAfter, validBefore, nonce } = message;
  if (!isHex(from, 20) || !sameAddress(from, review.payer)) throw refused('the paying wallet');
  if (!isHex(to, 20) || !sameAddress(to, review.payTo)) throw refused('the recipient');
  if (typeof value !== 'bigint' || value !== BigInt(review.amountAtomic)) throw refused('the amount');
  if (typeof validAfter !== 'bigint' || validAfter < 0n || validAfter > nowSec)
    throw refused('the start of validity');
  const latest = nowSec + BigInt(review.signedSeconds);
  if (typeof validBefore !== 'bigint' || validBefore <= nowSec || validBefore > latest)
    throw refused('the end of validity');
  if (!isHex(nonce, 32)) throw refused('the payment number');
  return { from, to, value, validAfter, validBefore, nonce };
}

const refused = (field: string): PaymentError =>
  new PaymentError(
    'signer-refused',
    `What the wallet was to sign is not what you reviewed: ${field} differs. Nothing was signed and nothing was paid.`,
  );

const sameAddress = (value: unknown, expected: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === expected.toLowerCase();

const isHex = (value: unknown, bytes: number): value is `0x${string}` =>
  typeof value === 'string' && value.length === 2 + bytes * 2 && /^0x[0-9a-fA-F]+$/.test(value);

function hasExactly(value: Record<string, unknown>, keys: readonly string[]): boolean {
  return Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}
