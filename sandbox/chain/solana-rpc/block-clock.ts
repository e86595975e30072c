import { getBase58Decoder } from '@solana/kit';

export type Commitment = 'processed' | 'confirmed' | 'finalized';

/**
 * solana.com, "Confirmation & Expiration": a block every
 * 400 ms, a blockhash good for 150 of them, final after 32.
 */
const BLOCK_MS = 400;
export const BLOCKHASH_LIVES = 150n;
const FINAL_AFTER = 32n;
const FIRST_HEIGHT = 300_000_000n;
/**
 * Slots and block heights differ on mainnet because slots
 * are skipped: code that mixes them up must fail here too.
 */
const SKIPPED_SLOTS = 21_000_000n;

/** Blocks that come with time, and that a test can add. Milliseconds. */
export interface BlockClock {
  now(): number;
  height(commitment: Commitment): bigint;
  /** The newest blockhash that a commitment knows. */
  latest(commitment: Commitment): { blockhash: string; lastValidHeight: bigint };
  /** The blockhash of this block. */
  hashAt(height: bigint): string;
  /** The last height at which the hash is good; null for one that the chain never gave out. */
  lastValidHeight(blockhash: string): bigint | null;
  /** More blocks, at the same time. */
  advanceBlocks(count: bigint): void;
  /** More time, and the blocks that belong to it. */
  advanceTime(ms: number): void;
  /** Goes back to real time; blocks never go back. */
  resetTime(): void;
}

export const slotOf = (height: bigint): bigint => height + SKIPPED_SLOTS;
export const heightOfSlot = (slot: bigint): bigint => slot - SKIPPED_SLOTS;

export function createBlockClock(realNow: () => number): BlockClock {
  const began = realNow();
  const hashes = new Map<bigint, string>();
  const heights = new Map<string, bigint>();
  let addedBlocks = 0n;
  let addedMs = 0;

  const tip = (): bigint => FIRST_HEIGHT + BigInt(Math.floor((realNow() - began) / BLOCK_MS)) + addedBlocks;
  const height = (commitment: Commitment): bigint => tip() - (commitment === 'finalized' ? FINAL_AFTER : 0n);
  const hashOf = (block: bigint): string => {
    const hash = hashes.get(block) ?? getBase58Decoder().decode(crypto.getRandomValues(new Uint8Array(32)));
    hashes.set(block, hash);
    heights.set(hash, block);
    return hash;
  };
  const now = (): number => realNow() + addedMs;

  return {
    now,
    height,
    hashAt: hashOf,
    latest: (commitment) => {
      const block = height(commitment);
      return { blockhash: hashOf(block), lastValidHeight: block + BLOCKHASH_LIVES };
    },
    lastValidHeight: (blockhash) => {
      const block = heights.get(blockhash);
      return block === undefined ? null : block + BLOCKHASH_LIVES;
    },
    advanceBlocks: (count) => {
      addedBlocks += count;
    },
    advanceTime: (ms) => {
      addedMs += ms;
      addedBlocks += BigInt(Math.ceil(ms / BLOCK_MS));
    },
    resetTime: () => {
      addedMs = 0;
    },
  };
}

/** The same chain as a machine that is some time behind sees it. */
export function laggingClock(clock: BlockClock, lagMs: number): BlockClock {
  const height = (commitment: Commitment): bigint =>
    clock.height(commitment) - BigInt(Math.ceil(lagMs / BLOCK_MS));
  return {
    ...clock,
    now: () => clock.now() - lagMs,
    height,
    latest: (commitment) => ({
      blockhash: clock.hashAt(height(commitment)),
      lastValidHeight: height(commitment) + BLOCKHASH_LIVES,
    }),
  };
}
