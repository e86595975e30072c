import { generateKeyPairSync, sign } from 'node:crypto';
import { decodePaymentRequiredHeader } from '@x402/core/http';
import {
  createSIWxPayload,
  encodeBase58,
  encodeSIWxHeader,
  SIGN_IN_WITH_X,
  type SIWxExtension,
  type SIWxPayload,
} from '@x402/extensions/sign-in-with-x';
import * as z from 'zod/mini';
import { BASE, SOLANA } from '#domain/chain.ts';
import { testAccount } from '../chain/test-accounts.ts';

const infoSchema = z.looseObject({
  domain: z.string(),
  uri: z.string(),
  version: z.string(),
  nonce: z.string(),
  issuedAt: z.string(),
  expirationTime: z.string(),
  statement: z.string(),
  resources: z.array(z.string()),
});

/** The message that a 402 wants signed. */
export function signInInfo(headers: Headers): SIWxExtension['info'] {
  const challenge = decodePaymentRequiredHeader(headers.get('payment-required') ?? '');
  const extension: unknown = challenge.extensions?.[SIGN_IN_WITH_X];
  return z.parse(z.object({ info: infoSchema }), extension).info;
}

/**
 * What the extension's own client would send; `change` is
 * applied to the message before it is signed, `tamper` after.
 */
export async function signedWithBase(
  accountIndex: number,
  info: SIWxExtension['info'],
  tamper: (payload: SIWxPayload) => SIWxPayload = (payload) => payload,
): Promise<Record<string, string>> {
  const account = testAccount(accountIndex);
  const signer = {
    account: { address: account.address },
    signMessage: ({ message }: { message: string }) => account.signMessage({ message }),
  };
  const payload = await createSIWxPayload({ ...info, chainId: BASE, type: 'eip191' }, signer, info.uri);
  return { [SIGN_IN_WITH_X]: encodeSIWxHeader(tamper(payload)) };
}

/** A new Solana wallet's address and header. */
export async function signedWithSolana(
  info: SIWxExtension['info'],
): Promise<{ address: string; headers: Record<string, string> }> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  // The last 32 bytes of the DER form are the key itself.
  const address = encodeBase58(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32));
  const signer = {
    publicKey: address,
    signMessage: async (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey)),
  };
  const payload = await createSIWxPayload({ ...info, chainId: SOLANA, type: 'ed25519' }, signer, info.uri);
  return { address, headers: { [SIGN_IN_WITH_X]: encodeSIWxHeader(payload) } };
}
