import * as z from 'zod/mini';
import { PaymentError } from '../payment-error.ts';
import type { Node } from './node.ts';
import { BLOCKHASH_LIFE_BLOCKS } from './programs.ts';

const validSchema = z.looseObject({ value: z.boolean() });

/**
 * The block height from which on a transaction with this blockhash can never land, by our own node. The server may name one in
 * its challenge, but too low a number would make a live payment look dead; a blockhash our node knows was made at its height or before.
 * Throws PaymentError `rpc` when the node does not know the blockhash (or not any more): its end could not be told then.
 */
export async function endOfBlockhash(
  { rpc }: Node,
  blockhash: string,
): Promise<{ lastValidBlockHeight: number }> {
  const processed = { commitment: 'processed' };
  try {
    const { value } = z.parse(validSchema, await rpc('isBlockhashValid', [blockhash, processed]));
    const height = z.parse(z.int(), await rpc('getBlockHeight', [processed]));
    if (value) return { lastValidBlockHeight: height + BLOCKHASH_LIFE_BLOCKS };
  } catch (cause) {
    throw unknown(cause);
  }
  throw unknown(null);
}

const unknown = (cause: unknown): PaymentError =>
  new PaymentError(
    'rpc',
    'Solana’s newest block could not be confirmed, so it would be unclear when this payment ends. Nothing was signed. Try again.',
    { cause },
  );
