import * as z from 'zod/mini';
import type { Rpc } from '#chain/json-rpc.ts';
import { hashOf, type SolanaPaymentMarks } from './marks.ts';
import { heightAt, holdsBlocksSince } from './node-history.ts';
import { bytesOfBase64, messageOfWire } from './wire-message.ts';

/** The newest finalized block: it cannot be undone. `height` counts blocks, `slot` also the empty places between them. */
export interface Head {
  readonly height: number;
  readonly slot: number;
  /** Chain time, seconds; null when the node does not tell. */
  readonly atSec: number | null;
}

/** What one node knows. `forgotten`: it lists nothing, but does not hold all the blocks of that time (any more), so this says nothing. */
export type NodeView =
  | {
      readonly kind: 'settled';
      readonly transaction: string;
      readonly slot: number;
      readonly atSec: number | null;
      readonly head: Head;
    }
  | { readonly kind: 'unused'; readonly head: Head }
  | { readonly kind: 'forgotten' };

export interface WhatToFind {
  readonly network: string;
  readonly marks: SolanaPaymentMarks;
  /** The transaction the server named, or null. Looked at first; its word alone proves nothing. */
  readonly named: string | null;
  /** Nothing older than this (chain time, seconds) can be it. */
  readonly notBeforeSec: number;
  /** Around here it ended (chain time, seconds): an estimate, the block height decides. */
  readonly endSec: number;
}

const listedSchema = z.looseObject({
  signature: z.string(),
  slot: z.int(),
  err: z.optional(z.unknown()),
  memo: z.nullish(z.string()),
  blockTime: z.nullish(z.number()),
});
type Listed = z.infer<typeof listedSchema>;
const transactionSchema = z.looseObject({
  slot: z.int(),
  blockTime: z.nullish(z.number()),
  transaction: z.tuple([z.string(), z.literal('base64')]),
  meta: z.nullish(z.looseObject({ err: z.unknown() })),
});
const PAGE = 1000;
const MAX_PAGES = 20;
/** Transactions listed without a memo that are fetched one by one; where there are more, nothing is concluded. */
const MOST_FETCHED = 200;

/** Asks one node (https://solana.com/docs/rpc). Rejects when it does not answer, or is a node of another network. */
export async function viewOf(rpc: Rpc, what: WhatToFind): Promise<NodeView> {
  const genesis = await rpc('getGenesisHash', []);
  if (typeof genesis !== 'string' || !genesis.startsWith(what.network.split(':')[1] ?? '?'))
    throw new Error('a node of another network');
  // Before the search: what is found missing then was missing at this height.
  const head = await headOf(rpc);
  const named = what.named && (await provenBy(rpc, what.named, what.marks));
  if (named) return { kind: 'settled', ...named, head };

  const { listed, older } = await listedSince(rpc, what, head);
  // One that failed moved nothing. What the node says neither of is looked at.
  const wentThrough = listed.filter(({ err }) => err === null || err === undefined);
  for (const { signature, memo } of wentThrough) {
    if (!memo?.includes(what.marks.memo)) continue;
    const found = await provenBy(rpc, signature, what.marks);
    if (found) return { kind: 'settled', ...found, head };
  }
  const silent = await provenAmong(
    rpc,
    wentThrough.filter(({ memo }) => !memo),
    what,
  );
  if (silent) return { kind: 'settled', ...silent, head };
  // The list itself reaches back before the payment, or the node does.
  return older || (await holdsBlocksSince(rpc, what.marks))
    ? { kind: 'unused', head }
    : { kind: 'forgotten' };
}

/** The account's transactions since the payment can have been made, newest first; `older`: the list went on before that. */
async function listedSince(
  rpc: Rpc,
  { marks, notBeforeSec }: WhatToFind,
  head: Head,
): Promise<{ listed: Listed[]; older: boolean }> {
  const listed: Listed[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const before = listed.at(-1)?.signature;
    const options = {
      limit: PAGE,
      commitment: 'confirmed',
      minContextSlot: head.slot,
      ...(before && { before }),
    };
    const answer = await rpc('getSignaturesForAddress', [marks.tokenAccount, options]);
    const found = z.parse(z.array(listedSchema), answer);
    listed.push(...found);
    const older = (found.at(-1)?.blockTime ?? Infinity) < notBeforeSec;
    // A short page need not be the last one: providers have limits of their own.
    if (older || found.length === 0) return { listed, older };
  }
  throw new Error('the account has too many transactions to search');
}

/** The memo is a node's extra service: where it is missing, the messages themselves are compared, the oldest first. */
async function provenAmong(rpc: Rpc, newestFirst: readonly Listed[], what: WhatToFind) {
  let fetched = 0;
  for (const { signature, slot, blockTime } of newestFirst.toReversed()) {
    const atSec = blockTime ?? Infinity;
    if (atSec < what.notBeforeSec) continue;
    // Blocks can take longer than usual, so only a height past the end ends the search.
    if (atSec > what.endSec) {
      const height = await heightAt(rpc, slot);
      if (height !== null && height > what.marks.lastValidBlockHeight) return null;
    }
    if ((fetched += 1) > MOST_FETCHED) throw new Error('too many transactions without a memo');
    const found = await provenBy(rpc, signature, what.marks);
    if (found) return found;
  }
  return null;
}

/** Height first: the slot read after it is at least as new. */
async function headOf(rpc: Rpc): Promise<Head> {
  const finalized = { commitment: 'finalized' };
  const height = z.parse(z.int(), await rpc('getBlockHeight', [finalized]));
  const slot = z.parse(z.int(), await rpc('getSlot', [finalized]));
  const time = await rpc('getBlockTime', [slot]).catch(() => null);
  return { height, slot, atSec: typeof time === 'number' ? time : null };
}

/** A transaction that went through and whose message is, byte for byte, the one that was signed; else null. */
async function provenBy(rpc: Rpc, signature: string, marks: SolanaPaymentMarks) {
  const answer = await rpc('getTransaction', [
    signature,
    { encoding: 'base64', commitment: 'confirmed', maxSupportedTransactionVersion: 0 },
  ]).catch((error: unknown) => {
    // What a server named need not be a signature at all; a node says so with an error.
    if (SIGNATURE.test(signature)) throw error;
    return null;
  });
  if (answer === null) return null;
  const { slot, blockTime, transaction, meta } = z.parse(transactionSchema, answer);
  if (!meta || meta.err !== null) return null;
  const same = (await hashOf(messageOfWire(bytesOfBase64(transaction[0])))) === marks.messageHash;
  return same ? { transaction: signature, slot, atSec: blockTime ?? null } : null;
}

const SIGNATURE = /^[1-9A-HJ-NP-Za-km-z]{64,90}$/;
