/** For tests of the evidence: what a node of Solana answers, from the transactions it has seen and still holds. */
import { SOLANA } from '#domain/chain.ts';

export interface LedgerNode {
  /** How far it has come. */
  height: number;
  /** It has dropped everything below this height. */
  holdsFrom: number;
  down: boolean;
  genesis: string;
  /** A node that keeps no index of memos lists none. */
  memos: boolean;
}

export interface MinedTransaction {
  readonly signature: string;
  readonly height: number;
  readonly atSec: number;
  readonly account: string;
  readonly memo: string;
  readonly message: Uint8Array;
  readonly err?: unknown;
}

export const archive = (changes: Partial<LedgerNode> = {}): LedgerNode => ({
  height: 0,
  holdsFrom: 0,
  down: false,
  genesis: SOLANA.slice(7),
  memos: true,
  ...changes,
});

/** Slots run ahead of heights: mixing them up must not get away with it here. */
const SKIPPED = 50_000;
const slotOf = (height: number): number => height + SKIPPED;

/** `mined`: oldest first. `headSec`: chain time of the node's newest final block. */
export function answerOf(
  node: LedgerNode,
  { mined, headSec }: { mined: readonly MinedTransaction[]; headSec: number },
  { method, params: [first, second] }: { method: string; params: readonly unknown[] },
): unknown {
  const { height, holdsFrom, genesis } = node;
  const held = mined.filter((each) => each.height <= height && each.height >= holdsFrom).toReversed();
  if (method === 'getGenesisHash') return `${genesis}KuWyXyz`;
  if (method === 'getBlockHeight') return height;
  if (method === 'getSlot') return slotOf(height);
  if (method === 'getBlockTime') return headSec;
  if (method === 'getFirstAvailableBlock') return holdsFrom === 0 ? 0 : slotOf(holdsFrom);
  if (method === 'getBlock') {
    const asked = Number(first) - SKIPPED;
    if (asked < holdsFrom || asked > height) throw new Error('Block not available');
    return { blockHeight: asked };
  }
  if (method === 'getSignaturesForAddress') {
    const { limit, before, minContextSlot } = Object(second);
    if (minContextSlot > slotOf(height)) throw new Error('Minimum context slot has not been reached');
    const own = held.filter(({ account }) => account === first);
    const from = before === undefined ? 0 : own.findIndex(({ signature }) => signature === before) + 1;
    return own.slice(from, from + limit).map((each) => ({
      signature: each.signature,
      slot: slotOf(each.height),
      err: 'err' in each ? each.err : null,
      memo: node.memos ? `[${each.memo.length}] ${each.memo}` : null,
      blockTime: each.atSec,
    }));
  }
  if (method !== 'getTransaction') throw new Error(`the model has no ${method}`);
  const found = held.find(({ signature }) => signature === first);
  if (!found) return null;
  const wire = Uint8Array.of(2, ...new Uint8Array(128), ...found.message);
  return {
    slot: slotOf(found.height),
    blockTime: found.atSec,
    transaction: [Buffer.from(wire).toString('base64'), 'base64'],
    meta: { err: found.err ?? null },
  };
}

/** What `fetch` to a node would give; what the answer throws is the node’s refusal. */
export async function answered(
  init: RequestInit,
  answer: (call: { method: string; params: readonly unknown[] }) => unknown,
): Promise<Response> {
  const call = JSON.parse(String(init.body));
  try {
    return Response.json({ jsonrpc: '2.0', id: 1, result: answer(call) });
  } catch (error) {
    return Response.json({ jsonrpc: '2.0', id: 1, error: { code: -32_016, message: String(error) } });
  }
}
