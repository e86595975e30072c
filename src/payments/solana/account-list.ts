import * as z from 'zod/mini';
import type { Rpc } from '#chain/json-rpc.ts';
import { knownSec } from '#chain/chain-time.ts';
import { againWhereNotReached, isNotReached, type Moment } from './chain-moment.ts';

const listedSchema = z.looseObject({
  signature: z.string(),
  slot: z.int().check(z.nonnegative()),
  err: z.optional(z.unknown()),
  memo: z.nullish(z.string()),
  blockTime: z.nullish(z.number()),
});
export type Listed = z.infer<typeof listedSchema>;

interface AccountList {
  /** Newest first. */
  readonly listed: readonly Listed[];
  /** All of them are of one answer. */
  readonly isOneAnswer: boolean;
}

const PAGE = 1000;
const MAX_PAGES = 20;
/** No machine of this network has come so far: more than a month of slots ahead. */
const FAR_AHEAD = 10_000_000;

/**
 * The account's transactions since a time (chain time, seconds), newest first, with one older one where there is one. Every page is asked with
 * `minContextSlot`: of the head, and of the transaction it goes on from. A machine that is younger refuses, and so does one that does not
 * support it: then this rejects. A page is never asked for without. Without it a machine that does not know the transaction to go on from
 * gives an empty page, as if the list ended there.
 */
export async function listedSince(
  rpc: Rpc,
  tokenAccount: string,
  { head, sinceSec }: { head: Moment; sinceSec: number },
): Promise<AccountList> {
  const listed: Listed[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const last = listed.at(-1);
    const minContextSlot = Math.max(head.slot, last?.slot ?? 0);
    const found = await pageOf(rpc, tokenAccount, {
      minContextSlot,
      ...(last && { before: last.signature }),
    });
    // Out of order it is no list that goes on from there, but another one.
    let slot = last?.slot ?? Infinity;
    for (const each of found) {
      if (each.slot > slot) throw new Error('a list out of order');
      slot = each.slot;
    }
    listed.push(...found);
    // A short page need not be the last one: providers have limits of their own.
    if (found.length === 0 || beginsBefore(found, sinceSec))
      return { listed, isOneAnswer: page === 0 || (page === 1 && found.length === 0) };
  }
  throw new Error('the account has too many transactions to search');
}

/** Whether a list goes on before this time. */
export const beginsBefore = (listed: readonly Listed[], sec: number): boolean =>
  (knownSec(listed.at(-1)?.blockTime) ?? Infinity) < sec;

async function pageOf(rpc: Rpc, tokenAccount: string, options: object): Promise<Listed[]> {
  const params = [tokenAccount, { limit: PAGE, commitment: 'confirmed', ...options }];
  const answer = await againWhereNotReached(() => rpc('getSignaturesForAddress', params));
  return z.parse(z.array(listedSchema), answer);
}

/**
 * The slot that a list, asked at this head, is **proven** to have come to; null where nothing proves it. The answer itself does not carry its
 * slot, so either its own newest transaction shows it, or the address is seen to refuse a list of a slot that no machine has come to. Some
 * gateways and caches take `minContextSlot` and do not heed it: such a list can be minutes old beside the freshest head, and each of its pages of another age.
 */
export async function slotOfList(
  rpc: Rpc,
  tokenAccount: string,
  { head, list: { listed, isOneAnswer } }: { head: Moment; list: AccountList },
): Promise<number | null> {
  const newest = isOneAnswer ? (listed[0]?.slot ?? null) : null;
  if (newest !== null && newest >= head.slot) return newest;
  const options = { limit: 1, commitment: 'confirmed', minContextSlot: head.slot + FAR_AHEAD };
  const heeded = await rpc('getSignaturesForAddress', [tokenAccount, options]).then(
    () => false,
    (error: unknown) => isNotReached(error),
  );
  return heeded ? head.slot : newest;
}
