import * as z from 'zod/mini';
import { knownSec } from './chain-time.ts';
import { hexQuantity, quantity, type Rpc } from './json-rpc.ts';
import { RpcError } from './rpc-error.ts';

export interface Block {
  readonly number: number;
  readonly atSec: number;
  /** Null from a node that does not say. */
  readonly hash: string | null;
}

const blockSchema = z.looseObject({
  number: z.string(),
  timestamp: z.string(),
  hash: z.optional(z.string()),
});

/**
 * Rejects for a block that this node does not have, for a wrong block, and for a block without a valid time.
 */
export async function blockAt(rpc: Rpc, which: number | 'latest'): Promise<Block> {
  const tag = which === 'latest' ? which : hexQuantity(which);
  const { number, timestamp, hash } = z.parse(blockSchema, await rpc('eth_getBlockByNumber', [tag, false]));
  const block = { number: quantity(number), atSec: quantity(timestamp), hash: hash ?? null };
  if (knownSec(block.atSec) === null || (which !== 'latest' && block.number !== which))
    throw new RpcError('unreachable', 'not the block that was asked for');
  return block;
}

/**
 * The first block at or after a chain time, at most the head. Base makes one every two seconds: the guess is
 * mostly close.
 */
export async function firstBlockSince(rpc: Rpc, sec: number, head: Block): Promise<number> {
  if (head.atSec < sec) return head.number;
  const guess = head.number - Math.floor((head.atSec - sec) / 2);
  let low = Math.max(0, guess - 32);
  let high = Math.min(head.number, Math.max(0, guess + 32));
  if (low > 0 && (await blockAt(rpc, low)).atSec >= sec) low = 0;
  if (high < head.number && (await blockAt(rpc, high)).atSec < sec) high = head.number;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await blockAt(rpc, middle)).atSec < sec) low = middle + 1;
    else high = middle;
  }
  return low;
}
