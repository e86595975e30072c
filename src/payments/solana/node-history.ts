import * as z from 'zod/mini';
import type { Rpc } from '#chain/json-rpc.ts';
import type { Listed } from './account-list.ts';
import { BLOCKHASH_LIFE_BLOCKS } from './programs.ts';

const blockSchema = z.looseObject({ blockHeight: z.nullish(z.int().check(z.nonnegative())) });
/** Our node's height while signing can have been that of a fork it gave up again: never by so much. */
const ROOM_BLOCKS = 150;

/** The height of a block; null when the node does not tell it. The same whichever machine says it. */
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
 * Whether a list goes on before the first block that the payment can be in, by heights alone: no clock has to be right for it.
 *
 * Validators without long-term storage drop their blocks after days, restarted ones have none from before, and then list an account as if
 * nothing had ever happened to it. That a machine holds the blocks of that time is believed only of the list **itself**: what
 * `getFirstAvailableBlock` says is said by any machine behind the address, and cannot be pinned to the one that gave the list.
 * Assumed: a machine has no hole between the oldest and the newest transaction that it lists.
 */
export async function reachesBehind(
  rpc: Rpc,
  listed: readonly Listed[],
  { lastValidBlockHeight }: { lastValidBlockHeight: number },
): Promise<boolean> {
  const oldest = listed.at(-1);
  if (!oldest) return false;
  const before = lastValidBlockHeight - BLOCKHASH_LIFE_BLOCKS - ROOM_BLOCKS;
  return ((await heightAt(rpc, oldest.slot)) ?? Infinity) <= before;
}
