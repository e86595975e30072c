/**
 * For tests: Base as a model of blocks and transfers, with nodes that limit, lag, forget, count and fail, or
 * are balancers.
 */
import { topicOf, TRANSFER } from '#chain/evm-log.ts';
import { hexQuantity as hex, type RpcFetch } from '#chain/json-rpc.ts';

export const USDC = '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913';
export const LASO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';
export const AGENT = '0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc';
export const GENESIS_SEC = 1_700_000_000;

interface ModelTransfer {
  block: number;
  atomic: bigint;
  from?: string;
  to?: string;
}

export interface ModelNode {
  down: boolean;
  lagBlocks: number;
  /** The longest range of logs it answers, and the most logs. */
  longest: number;
  mostLogs: number;
  /** Answers 429 so many times more. */
  busy: number;
  chainId: number;
  /** How many blocks further back the machines behind this address are. One machine without. */
  machinesLag: readonly number[];
  /** Which of them answers the `nth` call to this address; in turn without. */
  pick: (nth: number, method: string) => number;
  /** Newer nodes write the block's time into each log. */
  tellsTime: boolean;
  /** Ranges of blocks whose logs were asked for and answered. */
  answered: { from: number; to: number }[];
  calls: string[];
}

interface LogFilter {
  readonly blockHash?: string;
  readonly fromBlock?: string;
  readonly toBlock?: string;
  readonly topics: readonly (string | string[])[];
}

export function createModelChain(head = 100_000) {
  // `busy`: others transfer in every block, as on Base.
  const chain = { head, transfers: new Array<ModelTransfer>(), fork: '', busy: false };
  const nodes = new Map<string, ModelNode>();
  const timeOf = (block: number): string => hex(GENESIS_SEC + block * 2);

  function answer(node: ModelNode, method: string, params: readonly unknown[]): unknown {
    const machine = node.machinesLag[node.pick(node.calls.length - 1, method) % node.machinesLag.length] ?? 0;
    const newest = chain.head - node.lagBlocks - machine;
    switch (method) {
      case 'eth_chainId':
        return hex(node.chainId);
      case 'eth_blockNumber':
        return hex(newest);
      case 'eth_call':
        if (Number(params[1]) > newest) return new Error('header not found');
        return topicOf(hex(4_500_000_000));
      case 'eth_getBlockByNumber': {
        const number = params[0] === 'latest' ? newest : Number(params[0]);
        return number > newest
          ? null
          : { number: hex(number), timestamp: timeOf(number), hash: hashOf(number) };
      }
      case 'eth_getLogs':
        return logs(node, Object(params[0]), newest);
      default:
        throw new Error(`the model knows no ${method}`);
    }
  }

  const hashOf = (block: number): string => `0x${block}${chain.fork}`;
  /** Each between two who trade once. */
  const traffic = (block: number): ModelTransfer => ({
    block,
    atomic: 1n,
    from: `0xb${block.toString(16).padStart(39, '0')}`,
    to: `0xc${block.toString(16).padStart(39, '0')}`,
  });

  function logs(node: ModelNode, filter: LogFilter, newest: number): unknown {
    const { blockHash, topics } = filter;
    const only = blockHash === undefined ? null : Number(/^0x(\d+)/.exec(blockHash)?.[1]);
    if (only !== null && (only > newest || blockHash !== hashOf(only))) return new Error('unknown block');
    const [from, to] = [only ?? Number(filter.fromBlock), only ?? Number(filter.toBlock)];
    if (to - from + 1 > node.longest) return new Error('block range is too large');
    const others = chain.busy ? trafficOf(topics[1], only) : [];
    const found = [...chain.transfers, ...others].filter(
      ({ block }) => from <= block && block <= Math.min(to, newest),
    );
    if (found.length > node.mostLogs) return new Error('query returned more than 10000 results');
    if (only === null) node.answered.push({ from, to });
    return found.map(({ block, atomic, from: payer = AGENT, to: payTo = LASO }, at) => ({
      address: USDC,
      topics: [TRANSFER, topicOf(payer), topicOf(payTo)],
      data: topicOf(`0x${atomic.toString(16)}`),
      transactionHash: topicOf(hex(chain.transfers.findIndex((one) => one.block === block) + 1 || block)),
      logIndex: hex(found.slice(0, at).filter((earlier) => earlier.block === block).length),
      blockNumber: hex(block),
      ...(node.tellsTime && { blockTimestamp: timeOf(block) }),
    }));
  }

  /** Of the block that is asked for, or of the one whose payer is asked for. */
  function trafficOf(payers: string | string[] | undefined, only: number | null): ModelTransfer[] {
    if (only !== null) return [traffic(only)];
    const asked = [payers ?? []].flat().find((topic) => topic.at(-40) === 'b');
    return asked ? [traffic(Number(`0x${asked.slice(-39)}`))] : [];
  }

  const fetch: RpcFetch = (url, init) => {
    const node = nodes.get(url);
    const { method, params } = JSON.parse(String(init.body));
    if (init.signal?.aborted) return Promise.reject(init.signal.reason);
    if (!node || node.down) return Promise.reject(new TypeError('Failed to fetch'));
    node.calls.push(method);
    if (node.busy > 0) {
      node.busy -= 1;
      return Promise.resolve(new Response('{}', { status: 429, headers: { 'Retry-After': '7' } }));
    }
    const result = answer(node, method, params);
    const refused = result instanceof Error && { code: -32_614, message: result.message };
    return Promise.resolve(
      Response.json({ jsonrpc: '2.0', id: 1, ...(refused ? { error: refused } : { result }) }),
    );
  };

  return {
    chain,
    fetch,
    node(url: string, given: Partial<ModelNode> = {}): ModelNode {
      const node: ModelNode = {
        down: false,
        lagBlocks: 0,
        longest: Number.POSITIVE_INFINITY,
        mostLogs: Number.POSITIVE_INFINITY,
        busy: 0,
        chainId: 8_453,
        machinesLag: [0],
        pick: (nth) => nth,
        tellsTime: true,
        answered: [],
        calls: [],
        ...given,
      };
      nodes.set(url, node);
      return node;
    },
  };
}
