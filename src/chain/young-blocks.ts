import * as z from 'zod/mini';
import type { ChainNode } from './chain-nodes.ts';
import { blockAt } from './evm-block.ts';
import { placedLogSchema, sameHex, TRANSFER, type PlacedLog } from './evm-log.ts';
import { quantity } from './json-rpc.ts';
import { RpcError } from './rpc-error.ts';

/** An hour on Base. Assumed: no machine behind an address lags by more, so they all have older blocks. */
const YOUNG_BLOCKS = 1_800;

/**
 * A transfer of someone else in the last block of a range: requesting it too shows that the answering machine
 * has that block.
 */
interface Witness {
  /** Topics to be added to the question. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Whether this log of the answer is it. */
  readonly isIn: (log: PlacedLog) => boolean;
}

/**
 * A witness for a range that ends at a young block. An address is a load balancer: the machine that returns
 * the logs may not be the one that reported the newest block, and `eth_getLogs` neither says which block its
 * machine has reached nor can be pinned. By the block's hash it can, for that block alone: a machine that
 * does not have it refuses. Null for old blocks, and where the block has no transfer of the token, which on
 * Base does not happen; then what the address says of its newest block has to do.
 */
export async function witnessFor(node: ChainNode, token: string, block: number): Promise<Witness | null> {
  if (node.headNumber - block >= YOUNG_BLOCKS) return null;
  const { hash } = await blockAt(node.rpc, block);
  if (hash === null) return null;
  const question = { blockHash: hash, address: token, topics: [TRANSFER] };
  const answer = await node.rpc('eth_getLogs', [question]).catch((error: unknown) => {
    if (error instanceof RpcError && error.kind === 'refused') return null;
    throw error;
  });
  if (answer === null) return MISSED;
  const parsed = z.safeParse(z.array(placedLogSchema), answer);
  if (!parsed.success) throw new RpcError('unreachable', 'logs that cannot be read');
  const transfers = parsed.data.filter(
    ({ blockNumber, topics }) => quantity(blockNumber) === block && topics.length === 3,
  );
  // Of two who rarely trade: the answer would else hold everything between two busy addresses.
  const rare = transfers.find(({ topics }) => [1, 2].every((at) => countOf(transfers, at, topics[at]) === 1));
  const found = rare ?? transfers[0];
  const [, from, to] = found?.topics ?? [];
  if (!found || from === undefined || to === undefined) return null;
  return {
    from: [from],
    to: [to],
    isIn: (log) =>
      sameHex(log.transactionHash, found.transactionHash) &&
      quantity(log.logIndex) === quantity(found.logIndex) &&
      quantity(log.blockNumber) === block,
  };
}

/**
 * The machine refused: it does not have the block, or returns no logs at all; the request itself shows which.
 */
const MISSED: Witness = { from: [], to: [], isIn: () => false };

const countOf = (logs: readonly PlacedLog[], at: number, topic: string | undefined): number =>
  logs.filter(({ topics }) => topics[at] === topic).length;
