import * as z from 'zod/mini';
import { PaymentError } from '../payment-error.ts';
import type { Node } from './node.ts';
import { BLOCK_MS, BLOCKHASH_LIFE_BLOCKS } from './programs.ts';

const validSchema = z.looseObject({ value: z.boolean() });
/** A server's blockhash may be some blocks newer than what our node has seen. */
const TRIES = 10;

export type Wait = (ms: number) => Promise<void>;
const waitFor: Wait = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * The last block height at which a transaction with this blockhash can land, or a later one, by our own nodes. The server may name one in
 * its challenge, but too low a number would make a live payment look dead; a blockhash our node knows was made at its height or before.
 * Throws PaymentError `rpc` when no node knows the blockhash (any more): its end could not be told then.
 */
export async function endOfBlockhash(
  nodes: readonly Node[],
  blockhash: string,
  wait: Wait = waitFor,
): Promise<{ lastValidBlockHeight: number }> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await wait(BLOCK_MS);
    const seen = await Promise.all(nodes.map((node) => heightIfKnown(node, blockhash).catch(() => null)));
    const heights = seen.filter((height) => height !== null);
    if (heights.length > 0) return { lastValidBlockHeight: Math.max(...heights) + BLOCKHASH_LIFE_BLOCKS };
  }
  throw new PaymentError(
    'rpc',
    'Solana’s newest block could not be confirmed, so it would be unclear when this payment expires. Nothing was signed. Try again.',
  );
}

/** Asked after the blockhash is known to be good: the height is that of its block or more. */
async function heightIfKnown({ rpc }: Node, blockhash: string): Promise<number | null> {
  const processed = { commitment: 'processed' };
  const { value } = z.parse(validSchema, await rpc('isBlockhashValid', [blockhash, processed]));
  return value ? z.parse(z.int(), await rpc('getBlockHeight', [processed])) : null;
}
