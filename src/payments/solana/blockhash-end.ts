import * as z from 'zod/mini';
import { PaymentError } from '../payment-error.ts';
import { momentOf } from './chain-moment.ts';
import type { Node } from './node.ts';
import { BLOCK_MS, BLOCKHASH_LIFE_BLOCKS } from './programs.ts';

const validSchema = z.looseObject({
  context: z.looseObject({ slot: z.int().check(z.positive()) }),
  value: z.boolean(),
});
/** A server's blockhash may be some blocks newer than what our node has seen. */
const TRIES = 10;
/** A blockhash is good for so many blocks: two nodes that both take it are not further apart. */
const MOST_APART_BLOCKS = BLOCKHASH_LIFE_BLOCKS;
/** The chain's first block (UTC), and more blocks a second than it has ever made: what is above is no height. */
const FIRST_BLOCK_MS = Date.UTC(2020, 2, 16);
const MOST_BLOCKS_A_SEC = 10;

export type Wait = (ms: number) => Promise<void>;
const waitFor: Wait = (ms) => new Promise((done) => setTimeout(done, ms));

interface AskedEnd {
  readonly wait?: Wait | undefined;
  readonly now?: (() => number) | undefined;
  /** The last height as the server names it, which is a word and no proof: ours may be higher, never lower. */
  readonly named?: number | undefined;
}

/**
 * The last block height at which a transaction with this blockhash can land, or a later one, by our own nodes. The server may name one in
 * its challenge, but too low a number would make a live payment look dead; a blockhash our node knows was made at its height or before.
 * Throws PaymentError `rpc` when no node knows the blockhash (any more), or when they tell heights that cannot both be true: its end could
 * not be told then.
 */
export async function endOfBlockhash(
  nodes: readonly Node[],
  blockhash: string,
  { wait = waitFor, now = Date.now, named = 0 }: AskedEnd = {},
): Promise<{ lastValidBlockHeight: number }> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await wait(BLOCK_MS);
    const seen = await Promise.all(nodes.map((node) => heightIfKnown(node, blockhash).catch(() => null)));
    const heights = seen.filter((height) => height !== null);
    if (heights.length === 0) continue;
    const newest = Math.max(...heights);
    const mostBlocks = ((now() - FIRST_BLOCK_MS) / 1_000) * MOST_BLOCKS_A_SEC;
    if (newest - Math.min(...heights) > MOST_APART_BLOCKS || newest > mostBlocks) throw odd();
    const lastValidBlockHeight = newest + BLOCKHASH_LIFE_BLOCKS;
    // Lower than the server's own: that is the height of a machine which has not come to the blockhash.
    if (lastValidBlockHeight >= named) return { lastValidBlockHeight };
  }
  throw new PaymentError(
    'rpc',
    'Solana’s newest block could not be confirmed, so it would be unclear when this payment expires. Nothing was signed. Try again.',
  );
}

/**
 * The height at the slot, or after it, at which a machine took the blockhash: at least the height of the blockhash's own block. Asked without
 * that slot, another machine behind the same address would give a height from before, and a payment that still can land would look dead.
 */
async function heightIfKnown({ rpc }: Node, blockhash: string): Promise<number | null> {
  const commitment = 'processed';
  const { context, value } = z.parse(validSchema, await rpc('isBlockhashValid', [blockhash, { commitment }]));
  return value ? (await momentOf(rpc, { commitment, minSlot: context.slot })).height : null;
}

const odd = (): PaymentError =>
  new PaymentError(
    'rpc',
    'The Solana nodes tell block heights that cannot be right together, so it would be unclear when this payment expires. Nothing was signed. Try again in a minute, or pay on Base.',
  );
