import * as z from 'zod/mini';
import type { Rpc } from '#chain/json-rpc.ts';
import { BLOCKHASH_LIFE_BLOCKS } from './programs.ts';

const blockSchema = z.looseObject({ blockHeight: z.nullish(z.int()) });
/** Our node's height while signing can have been that of a fork it gave up again: never by so much. */
const ROOM_BLOCKS = 150;

/** The height of a block; null when the node does not tell it. */
export async function heightAt(rpc: Rpc, slot: number): Promise<number | null> {
  const options = {
    commitment: 'confirmed',
    transactionDetails: 'none',
    rewards: false,
    maxSupportedTransactionVersion: 0,
  };
  const block = z.safeParse(blockSchema, await rpc('getBlock', [slot, options]).catch(() => null));
  return block.success ? (block.data.blockHeight ?? null) : null;
}

/**
 * Whether a node still holds every block in which a payment can be. Validators without long-term storage drop theirs after days, and then list
 * an account as if nothing had ever happened to it. By heights alone: no clock has to be right for it. Ask after the search, not before:
 * what is dropped meanwhile then counts against the node.
 */
export async function holdsBlocksSince(
  rpc: Rpc,
  { lastValidBlockHeight }: { lastValidBlockHeight: number },
): Promise<boolean> {
  const before = lastValidBlockHeight - BLOCKHASH_LIFE_BLOCKS - ROOM_BLOCKS;
  const slot = await rpc('getFirstAvailableBlock', []).catch(() => null);
  if (typeof slot !== 'number') return false;
  // A chain never has more blocks than slots: an archive, which begins at slot 0, needs no second question.
  return slot <= before || ((await heightAt(rpc, slot)) ?? Infinity) <= before;
}
