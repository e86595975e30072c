import * as z from 'zod/mini';
import { knownMs } from '#chain/chain-time.ts';
import type { AccountId } from '#domain/account.ts';
import { countBlocks, missing } from '#domain/block-ranges.ts';
import { loadChainCheck, saveChainCheck } from '#storage/chain-checks.ts';

const blockNumber = z.int().check(z.nonnegative());
const range = z.object({ from: blockNumber, to: blockNumber });
/** As decimal text: what is kept on this device stays readable as JSON. */
const atomic = z.pipe(
  z.string().check(z.regex(/^\d{1,40}$/)),
  z.transform((text) => BigInt(text)),
);
/** A time that can be drawn. */
const chainMs = z.number().check(z.refine((ms) => knownMs(ms) !== null));
const transfer = z.object({
  transaction: z.string(),
  logIndex: z.int(),
  blockNumber,
  atMs: chainMs,
  amountAtomic: atomic,
  payTo: z.string(),
});

const checkSchema = z.object({
  version: z.literal(1),
  /** What was looked for. With another token or other recipients in the configuration the check starts anew. */
  usdc: z.string(),
  payTo: z.array(z.string()),
  /** From here the person wants to know (ms), and the first block since then. */
  sinceMs: z.number(),
  fromBlock: blockNumber,
  /** The newest block when the check last began. */
  head: z.object({ number: blockNumber, atMs: chainMs }),
  /** A block deep enough not to change: on another chain, or after it did change, its hash is another one. */
  anchor: z.nullable(z.object({ number: blockNumber, hash: z.string() })),
  /** Blocks that were read, and what was in them. */
  read: z.array(range),
  transfers: z.array(transfer),
  /** When the check last began, by this device's clock: what the newest block is compared with. */
  startedAtMs: z.number(),
  /** USDC in the account's own wallet; null when it could not be read. */
  walletAtomic: z.nullable(atomic),
  /** When something was last read, by this device's clock. */
  readAtMs: z.number(),
  /**
   * When the account's cards were last read for it, by this device's clock: asked for after the last block was read. A list from before lacks what
   * was bought in between. Missing in what an earlier version kept.
   */
  comparedFromMs: z.pipe(
    z.optional(z.nullable(z.number())),
    z.transform((ms) => ms ?? null),
  ),
});

/** What was read of one account's payments on one chain, as it is kept on this device. Public data of the chain, and nothing else. */
export type KeptCheck = z.output<typeof checkSchema>;

/** Null when nothing was kept, or nothing that this version can read: then it is read anew. */
export async function readKeptCheck(account: AccountId, network: string): Promise<KeptCheck | null> {
  const parsed = z.safeParse(checkSchema, await loadChainCheck(account, network));
  return parsed.success ? parsed.data : null;
}

export const keepCheck = (account: AccountId, network: string, check: KeptCheck): Promise<void> =>
  saveChainCheck(account, network, {
    ...check,
    transfers: check.transfers.map((one) => ({ ...one, amountAtomic: String(one.amountAtomic) })),
    walletAtomic: check.walletAtomic === null ? null : String(check.walletAtomic),
  });

/** What was found since the day that is asked about now; an earlier check may have begun before it. */
export const transfersOf = ({ transfers, fromBlock }: KeptCheck): KeptCheck['transfers'] =>
  transfers.filter((one) => one.blockNumber >= fromBlock);

interface CheckProgress {
  readonly doneBlocks: number;
  readonly allBlocks: number;
}

export function progressOf({ fromBlock, head, read }: KeptCheck): CheckProgress {
  const wanted = { from: fromBlock, to: head.number };
  const allBlocks = countBlocks([wanted]);
  return { doneBlocks: allBlocks - countBlocks(missing(wanted, read)), allBlocks };
}

export const isComplete = (check: KeptCheck): boolean => {
  const { doneBlocks, allBlocks } = progressOf(check);
  return doneBlocks === allBlocks;
};

/**
 * Whether the cards that it is matched with are newer than what was read of the chain: the run read them again at its end, or this page was opened
 * later and has read none before. Else nothing may be called unmatched.
 */
export const isCompared = (
  { comparedFromMs, readAtMs }: Pick<KeptCheck, 'comparedFromMs' | 'readAtMs'>,
  pageOpenedMs: number = performance.timeOrigin,
): boolean => (comparedFromMs !== null && comparedFromMs >= readAtMs) || readAtMs < pageOpenedMs;
