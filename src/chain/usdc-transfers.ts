import * as z from 'zod/mini';
import type { BlockRange } from '#domain/block-ranges.ts';
import type { ChainTransfer } from '#domain/chain-purchase.ts';
import type { ChainNode } from './chain-nodes.ts';
import { blockAt } from './evm-block.ts';
import { knownSec } from './chain-time.ts';
import { placedLogSchema, sameHex, topicOf, TRANSFER } from './evm-log.ts';
import { hexQuantity, quantity } from './json-rpc.ts';
import { RpcError } from './rpc-error.ts';
import { witnessFor } from './young-blocks.ts';

/** Which transfers: of this token, from this address, to one of these. */
export interface TransferFilter {
  readonly usdc: string;
  readonly from: string;
  readonly payTo: readonly string[];
}

const transferLogSchema = z.extend(placedLogSchema, {
  /** Newer nodes say it; else the block is asked for. */
  blockTimestamp: z.optional(z.unknown()),
  removed: z.optional(z.unknown()),
});
type TransferLog = z.infer<typeof transferLogSchema>;

/**
 * The transfers in these blocks, by `eth_getLogs`. A node that does not have these blocks yet is skipped as
 * unreachable: most nodes answer with an empty list. So does a machine behind the same address that is behind
 * the one that reported the newest block, so the answer about young blocks has to show that its machine has
 * them (`young-blocks.ts`).
 */
export async function transfersIn(
  node: ChainNode,
  filter: TransferFilter,
  range: BlockRange,
): Promise<ChainTransfer[]> {
  if (node.headNumber < range.to) node.headNumber = quantity(await node.rpc('eth_blockNumber', []));
  if (node.headNumber < range.to) throw new RpcError('unreachable', 'a node that lags');
  const witness = await witnessFor(node, filter.usdc, range.to);
  const { from, to } = witness ?? { from: [], to: [] };
  const answer = await node.rpc('eth_getLogs', [
    {
      address: filter.usdc,
      topics: [TRANSFER, [topicOf(filter.from), ...from], [...filter.payTo.map(topicOf), ...to]],
      fromBlock: hexQuantity(range.from),
      toBlock: hexQuantity(range.to),
    },
  ]);
  const parsed = z.safeParse(z.array(transferLogSchema), answer);
  if (!parsed.success) throw new RpcError('unreachable', 'logs that cannot be read');
  if (witness && !parsed.data.some(witness.isIn)) throw new RpcError('unreachable', 'a node that lags');
  const logs = parsed.data.filter((log) => isWanted(log, filter, range));
  const times = new Map<number, number>();
  for (const log of logs) {
    const number = quantity(log.blockNumber);
    if (!times.has(number)) times.set(number, await secondOf(node, number, log.blockTimestamp));
  }
  return logs.map((log) => {
    const blockNumber = quantity(log.blockNumber);
    return {
      transaction: log.transactionHash.toLowerCase(),
      logIndex: quantity(log.logIndex),
      blockNumber,
      atMs: (times.get(blockNumber) ?? 0) * 1_000,
      amountAtomic: BigInt(log.data),
      payTo: `0x${(log.topics[2] ?? '').slice(-40).toLowerCase()}`,
    };
  });
}

/** A node is not believed more than the question: whatever it adds is left out. */
function isWanted(log: TransferLog, filter: TransferFilter, range: BlockRange): boolean {
  const [topic, from, to] = log.topics;
  const block = quantity(log.blockNumber);
  return (
    log.removed !== true &&
    sameHex(log.address, filter.usdc) &&
    sameHex(topic, TRANSFER) &&
    sameHex(from, topicOf(filter.from)) &&
    filter.payTo.some((address) => sameHex(to, topicOf(address))) &&
    /^0x[0-9a-f]{64}$/i.test(log.data) &&
    /^0x[0-9a-f]{64}$/i.test(log.transactionHash) &&
    range.from <= block &&
    block <= range.to
  );
}

async function secondOf(node: ChainNode, block: number, told: unknown): Promise<number> {
  const sec = typeof told === 'string' && /^0x[0-9a-f]{1,13}$/i.test(told) ? knownSec(quantity(told)) : null;
  return sec ?? (await blockAt(node.rpc, block)).atSec;
}

/** `balanceOf(address)` of ERC-20. */
const BALANCE_OF = '0x70a08231';

/** Atomic USDC that an address holds at a block number, so every machine answers about the same moment. */
export async function usdcBalanceOf(
  node: ChainNode,
  usdc: string,
  { address, atBlock }: { address: string; atBlock: number },
): Promise<bigint> {
  const data = `${BALANCE_OF}${topicOf(address).slice(2)}`;
  const answer = await node.rpc('eth_call', [{ to: usdc, data }, hexQuantity(atBlock)]);
  if (typeof answer !== 'string' || !/^0x[0-9a-f]{64}$/i.test(answer))
    throw new RpcError('unreachable', 'a balance that cannot be read');
  return BigInt(answer);
}
