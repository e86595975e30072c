/** For tests of the evidence: what a node of Solana answers, from the transactions it has seen and still holds. */
import type { RpcFetch } from '#chain/json-rpc.ts';
import { SOLANA } from '#domain/chain.ts';
import { BLOCK_MS, BLOCKHASH_LIFE_BLOCKS } from '../../solana/programs.ts';

export interface LedgerNode {
  /** How far it has come. */
  height: number;
  /** It has dropped everything below this height. */
  holdsFrom: number;
  down: boolean;
  genesis: string;
  /** A node that keeps no index of memos lists none. */
  memos: boolean;
  /** false: it takes `minContextSlot` and answers all the same, as some gateways and caches do. */
  heedsMinSlot: boolean;
  /** The longest page it gives. */
  mostListed: number;
  /** Where it does not know the transaction to go on from it lists all it has, and not nothing. */
  listsAllForUnknown: boolean;
}

export interface RpcCall {
  readonly method: string;
  readonly params: readonly unknown[];
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
  heedsMinSlot: true,
  mostListed: Infinity,
  listsAllForUnknown: false,
  ...changes,
});

/** Some transaction of an account from before a payment: what brought the money. */
export const funding = (account: string, height: number, atSec: number): MinedTransaction => ({
  signature: 'F'.repeat(88),
  height,
  atSec,
  account,
  memo: 'funding',
  message: Uint8Array.of(9),
});

/** A blockhash of the model: valid on a node from this height on, for as long as any blockhash is. */
export const blockhashOf = (height: number): string => `blockhash ${height}`;

/** Slots run ahead of heights: mixing them up must not get away with it here. */
const SKIPPED = 50_000;
export const slotOf = (height: number): number => height + SKIPPED;

/** `mined`: oldest first. `headSec`: chain time of the node's newest final block. */
export function answerOf(
  node: LedgerNode,
  { mined, headSec }: { mined: readonly MinedTransaction[]; headSec: number },
  { method, params: [first, second] }: RpcCall,
): unknown {
  const { height, holdsFrom, genesis } = node;
  const held = mined.filter((each) => each.height <= height && each.height >= holdsFrom).toReversed();
  const { minContextSlot } = Object(method === 'getEpochInfo' ? first : second);
  if (node.heedsMinSlot && minContextSlot > slotOf(height))
    throw new Error('Minimum context slot has not been reached');
  switch (method) {
    case 'getGenesisHash':
      return `${genesis}KuWyXyz`;
    case 'getBlockHeight':
      return height;
    case 'getSlot':
      return slotOf(height);
    case 'getEpochInfo':
      return { absoluteSlot: slotOf(height), blockHeight: height };
    case 'isBlockhashValid': {
      const age = height - Number(String(first).split(' ')[1]);
      return { context: { slot: slotOf(height) }, value: age >= 0 && age <= BLOCKHASH_LIFE_BLOCKS };
    }
    case 'getBlockTime':
      return headSec - Math.floor(((height - heldHeight(node, first)) * BLOCK_MS) / 1000);
    case 'getFirstAvailableBlock':
      return holdsFrom === 0 ? 0 : slotOf(holdsFrom);
    case 'getBlock':
      return { blockHeight: heldHeight(node, first) };
    case 'getSignaturesForAddress':
      return listOf(held, node, first, Object(second));
    case 'getTransaction':
      return transactionOf(held.find(({ signature }) => signature === first));
    default:
      throw new Error(`the model has no ${method}`);
  }
}

function heldHeight({ height, holdsFrom }: LedgerNode, slot: unknown): number {
  const asked = Number(slot) - SKIPPED;
  if (asked < holdsFrom || asked > height) throw new Error('Block not available');
  return asked;
}

/** Newest first. A node that does not know the transaction to go on from has an empty list, and says no more. */
function listOf(
  held: readonly MinedTransaction[],
  node: LedgerNode,
  account: unknown,
  { limit, before }: { limit: number; before?: string },
) {
  const own = held.filter((each) => each.account === account);
  const at = before === undefined ? -1 : own.findIndex(({ signature }) => signature === before);
  const isUnknown = before !== undefined && at < 0;
  const from = isUnknown && !node.listsAllForUnknown ? own.length : at + 1;
  return own.slice(from, from + Math.min(limit, node.mostListed)).map((each) => ({
    signature: each.signature,
    slot: slotOf(each.height),
    err: 'err' in each ? each.err : null,
    memo: node.memos ? `[${each.memo.length}] ${each.memo}` : null,
    blockTime: each.atSec,
  }));
}

function transactionOf(found: MinedTransaction | undefined): unknown {
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
  init: Parameters<RpcFetch>[1],
  answer: (call: RpcCall) => unknown,
): Promise<Response> {
  const call = JSON.parse(String(init.body));
  try {
    return Response.json({ jsonrpc: '2.0', id: 1, result: answer(call) });
  } catch (error) {
    return Response.json({ jsonrpc: '2.0', id: 1, error: { code: -32_016, message: String(error) } });
  }
}
