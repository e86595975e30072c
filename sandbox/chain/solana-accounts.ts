import { createHash } from 'node:crypto';
import { createKeyPairSignerFromPrivateKeyBytes, type KeyPairSigner } from '@solana/kit';

/** The sandbox's Solana wallets, as `useAccount(index)` counts them. */
export const SOLANA_WALLETS = [0, 1, 2, 3] as const;
export const SOLANA_FEE_PAYER = 'fee payer';

/** Private keys that anyone can compute: never send real money to them. */
export const solanaTestKey = (name: number | typeof SOLANA_FEE_PAYER): Uint8Array =>
  new Uint8Array(createHash('sha256').update(`laso sandbox, solana, ${name}`).digest());

export const solanaTestSigner = (name: number | typeof SOLANA_FEE_PAYER): Promise<KeyPairSigner> =>
  createKeyPairSignerFromPrivateKeyBytes(solanaTestKey(name));
