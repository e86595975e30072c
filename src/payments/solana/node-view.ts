import type { Rpc } from '#chain/json-rpc.ts';
import { knownSec } from '#chain/chain-time.ts';
import { beginsBefore, listedSince, slotOfList, type Listed } from './account-list.ts';
import { momentOf, type Moment } from './chain-moment.ts';
import type { SolanaPaymentMarks } from './marks.ts';
import { heightAt, reachesBehind } from './node-history.ts';
import { listedPayment, namedPayment, type Settlement } from './proven-transaction.ts';

/** The newest finalized block: it cannot be undone. Slot and height are of one answer. */
export interface Head extends Moment {
  /** Chain time, seconds; null when the node does not tell. */
  readonly atSec: number | null;
}

/** What one node knows. */
export type NodeView =
  | (Settlement & {
      readonly kind: 'settled';
      /** The height of its block; null when the node does not tell. */
      readonly height: number | null;
      readonly head: Head;
    })
  /**
   * Not in the list. `listSlot`: the slot that the list is proven to have come to, null where nothing proves it. Only a list that has come to
   * the slot of the head is of its moment; the rule (`verdictOf`) takes no other.
   */
  | { readonly kind: 'unused'; readonly head: Head; readonly listSlot: number | null }
  /** Not in a list that does not go back before the payment: the node may have dropped its blocks, so this says nothing. */
  | { readonly kind: 'forgotten' };

interface WhatToFind {
  readonly network: string;
  readonly marks: SolanaPaymentMarks;
  /** The transaction the server named, or null. Looked at first; its word alone proves nothing. */
  readonly named: string | null;
  /** Nothing older than this (chain time, seconds) can be it. */
  readonly notBeforeSec: number;
  /** Around here it ended (chain time, seconds): an estimate, the block height decides. */
  readonly endSec: number;
}

/** Transactions listed without a memo that are fetched one by one; where there are more, nothing is concluded. */
const MOST_FETCHED = 200;

/**
 * Asks one node (https://solana.com/docs/rpc). Rejects when it does not answer, or is a node of another network. Behind its address there may be
 * many machines of different age, and each question may be answered by another one. What a transaction did, the time and the height of a
 * block are the same on every machine. What is *not there* is not: it counts only in a list that is pinned to the head.
 *
 * Assumed of the machines behind one address: they treat `minContextSlot` alike, and one that has come to a slot lists the transactions up
 * to it at most `FINAL_AFTER_BLOCKS` later (its index is written a moment after its blocks).
 */
export async function viewOf(rpc: Rpc, what: WhatToFind): Promise<NodeView> {
  const genesis = await rpc('getGenesisHash', []);
  if (typeof genesis !== 'string' || !genesis.startsWith(what.network.split(':')[1] ?? '?'))
    throw new Error('a node of another network');
  const { marks, named, notBeforeSec } = what;
  // Before the search: what is found missing then was missing at this height.
  const head = await headOf(rpc);
  const settled = async (found: Settlement): Promise<NodeView> => ({
    kind: 'settled',
    ...found,
    height: await heightAt(rpc, found.slot),
    head,
  });
  const byName = named ? await namedPayment(rpc, named, marks) : null;
  if (byName) return settled(byName);

  const list = await listedSince(rpc, marks.tokenAccount, { head, sinceSec: notBeforeSec });
  const { listed } = list;
  const found = await paymentAmong(rpc, listed, what);
  if (found) return settled(found);
  const goesBack = beginsBefore(listed, notBeforeSec) || (await reachesBehind(rpc, listed, marks));
  return goesBack
    ? { kind: 'unused', head, listSlot: await slotOfList(rpc, marks.tokenAccount, { head, list }) }
    : { kind: 'forgotten' };
}

async function headOf(rpc: Rpc): Promise<Head> {
  const moment = await momentOf(rpc, { commitment: 'finalized' });
  return { ...moment, atSec: knownSec(await rpc('getBlockTime', [moment.slot]).catch(() => null)) };
}

async function paymentAmong(
  rpc: Rpc,
  listed: readonly Listed[],
  what: WhatToFind,
): Promise<Settlement | null> {
  // One that failed moved nothing. What the node says neither of is looked at.
  const wentThrough = listed.filter(({ err }) => err === null || err === undefined);
  for (const { signature, memo } of wentThrough) {
    if (!memo?.includes(what.marks.memo)) continue;
    const found = await listedPayment(rpc, signature, what.marks);
    if (found) return found;
  }
  return amongSilent(
    rpc,
    wentThrough.filter(({ memo }) => !memo),
    what,
  );
}

/** The memo is a node's extra service: where it is missing, the messages themselves are compared, the oldest first. */
async function amongSilent(
  rpc: Rpc,
  newestFirst: readonly Listed[],
  { marks, notBeforeSec, endSec }: WhatToFind,
): Promise<Settlement | null> {
  let fetched = 0;
  for (const { signature, slot, blockTime } of newestFirst.toReversed()) {
    const atSec = knownSec(blockTime) ?? Infinity;
    if (atSec < notBeforeSec) continue;
    // Blocks can take longer than usual, so only a height past the end ends the search.
    if (atSec > endSec) {
      const height = await heightAt(rpc, slot);
      if (height !== null && height > marks.lastValidBlockHeight) return null;
    }
    if ((fetched += 1) > MOST_FETCHED) throw new Error('too many transactions without a memo');
    const found = await listedPayment(rpc, signature, marks);
    if (found) return found;
  }
  return null;
}
