import {
  createKeyPairFromPrivateKeyBytes,
  getBase64Encoder,
  getTransactionDecoder,
  getTransactionEncoder,
  partiallySignTransaction,
  signBytes,
  type Transaction,
} from '@solana/kit';
import { INVALID_PARAMS, ProviderError } from './provider-error.ts';
import { withLighthouse, type Lighthouse } from './solana-lighthouse.ts';

/** 32 secret bytes in base64. */
export type SolanaSeed = string;

const keyPair = (seed: SolanaSeed): Promise<CryptoKeyPair> =>
  createKeyPairFromPrivateKeyBytes(new Uint8Array(getBase64Encoder().encode(seed)));

/**
 * Fills the signer's own slot and leaves the others. Throws when the bytes are not a transaction, or when
 * this key is not one of its signers.
 */
export async function signSolanaTransaction(
  seed: SolanaSeed,
  bytes: Uint8Array,
  lighthouse: { where: Lighthouse; count: number },
): Promise<Uint8Array> {
  const asked = readTransaction(bytes);
  const changed =
    lighthouse.where === 'none'
      ? asked
      : readTransaction(withLighthouse(asked, lighthouse.where, lighthouse.count));
  const signed = await partiallySignTransaction([await keyPair(seed)], changed);
  return new Uint8Array(getTransactionEncoder().encode(signed));
}

export async function signSolanaMessage(seed: SolanaSeed, message: Uint8Array): Promise<Uint8Array> {
  const { privateKey } = await keyPair(seed);
  return new Uint8Array(await signBytes(privateKey, message));
}

function readTransaction(bytes: Uint8Array): Transaction {
  try {
    return getTransactionDecoder().decode(bytes);
  } catch {
    throw new ProviderError(INVALID_PARAMS, 'The transaction is not readable.');
  }
}
