import * as z from 'zod/mini';
import type { Rpc } from '#chain/json-rpc.ts';
import { RpcError } from '#chain/rpc-error.ts';

/** One point of the chain. `height` counts blocks, `slot` also the empty places between them. */
export interface Moment {
  readonly height: number;
  readonly slot: number;
}

const epochInfoSchema = z.looseObject({
  absoluteSlot: z.int().check(z.nonnegative()),
  blockHeight: z.int().check(z.nonnegative()),
});

interface AskedMoment {
  readonly commitment: 'processed' | 'finalized';
  /** The machine that answers must have come to this slot. */
  readonly minSlot?: number;
}

/**
 * Slot and height in **one answer**, thus of one machine: an RPC address is mostly a balancer, and two questions to it are answered by
 * machines of different age. Rejects when the answer is older than `minSlot` (it says so itself, whether or not the machine heeds
 * `minContextSlot`), or is no point of a chain: a chain never has more blocks than slots.
 */
export async function momentOf(rpc: Rpc, { commitment, minSlot = 0 }: AskedMoment): Promise<Moment> {
  const options = { commitment, ...(minSlot > 0 && { minContextSlot: minSlot }) };
  const { absoluteSlot, blockHeight } = z.parse(epochInfoSchema, await rpc('getEpochInfo', [options]));
  if (absoluteSlot < minSlot || blockHeight > absoluteSlot) throw new Error('no moment of this chain');
  return { height: blockHeight, slot: absoluteSlot };
}

/** agave: the machine has not come to the `minContextSlot` that was asked for. */
const NOT_REACHED = -32_016;

/** A balancer gives the same question to another machine; one of them has come so far. */
const TRIES = 4;

/** The answer of a machine that has come to the slot asked for. Never asked without: then it rejects. */
export async function againWhereNotReached<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === TRIES || !isNotReached(error)) throw error;
    }
  }
}

export const isNotReached = (error: unknown): boolean =>
  error instanceof RpcError && error.code === NOT_REACHED;
