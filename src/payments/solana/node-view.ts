import * as z from 'zod/mini';
import type { Rpc } from '#chain/json-rpc.ts';
import { hashOf, type SolanaPaymentMarks } from './marks.ts';
import { bytesOfBase64, messageOfWire } from './wire-message.ts';

/** The newest finalized block: it cannot be undone. `height` counts blocks, `slot` also the empty places between them. */
export interface Head {
  readonly height: number;
  readonly slot: number;
  /** Chain time, seconds; null when the node does not tell. */
  readonly atSec: number | null;
}

/** What one node knows. */
export type NodeView =
  | {
      readonly kind: 'settled';
      readonly transaction: string;
      readonly slot: number;
      readonly atSec: number | null;
      readonly head: Head;
    }
  | { readonly kind: 'unused'; readonly head: Head };

export interface WhatToFind {
  readonly network: string;
  readonly marks: SolanaPaymentMarks;
  /** The transaction the server named, or null. Looked at first; its word alone proves nothing. */
  readonly named: string | null;
  /** Nothing older than this (chain time, seconds) can be it. */
  readonly notBeforeSec: number;
}

const listedSchema = z.array(
  z.looseObject({
    signature: z.string(),
    err: z.unknown(),
    memo: z.nullish(z.string()),
    blockTime: z.nullish(z.number()),
  }),
);
const transactionSchema = z.looseObject({
  slot: z.int(),
  blockTime: z.nullish(z.number()),
  transaction: z.tuple([z.string(), z.literal('base64')]),
  meta: z.nullish(z.looseObject({ err: z.unknown() })),
});
const PAGE = 1000;
const MAX_PAGES = 20;

/** Asks one node (https://solana.com/docs/rpc). Rejects when it does not answer, or is a node of another network. */
export async function viewOf(rpc: Rpc, what: WhatToFind): Promise<NodeView> {
  const genesis = await rpc('getGenesisHash', []);
  if (typeof genesis !== 'string' || !genesis.startsWith(what.network.split(':')[1] ?? '?'))
    throw new Error('a node of another network');
  // Before the search: what is found missing then was missing at this height.
  const head = await headOf(rpc);
  const named = what.named && (await provenBy(rpc, what.named, what.marks));
  if (named) return { kind: 'settled', ...named, head };

  let before: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const options = {
      limit: PAGE,
      commitment: 'confirmed',
      minContextSlot: head.slot,
      ...(before && { before }),
    };
    const listed = z.parse(
      listedSchema,
      await rpc('getSignaturesForAddress', [what.marks.tokenAccount, options]),
    );
    for (const { signature, err, memo } of listed) {
      if (err !== null || !memo?.includes(what.marks.memo)) continue;
      const found = await provenBy(rpc, signature, what.marks);
      if (found) return { kind: 'settled', ...found, head };
    }
    const last = listed.at(-1);
    if (!last || listed.length < PAGE || (last.blockTime ?? Infinity) < what.notBeforeSec)
      return { kind: 'unused', head };
    before = last.signature;
  }
  throw new Error('the account has too many transactions to search');
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
