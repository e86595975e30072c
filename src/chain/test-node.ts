/** For tests: Base as a model of blocks and transfers, with nodes that limit, lag, forget, count and fail. */
import { topicOf, TRANSFER } from './evm-log.ts';
import { hexQuantity as hex, type RpcFetch } from './json-rpc.ts';

export const USDC = '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913';
export const LASO = '0x3291e96b3bff7ed56e3ca8364273c5b4654b2b37';
export const AGENT = '0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc';
export const GENESIS_SEC = 1_700_000_000;

export interface ModelTransfer {
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
  /** Newer nodes write the block's time into each log. */
  tellsTime: boolean;
  /** Ranges of blocks whose logs were asked for and answered. */
  answered: { from: number; to: number }[];
  calls: string[];
}

export function createModelChain(head = 100_000) {
  const chain = { head, transfers: new Array<ModelTransfer>(), fork: '' };
  const nodes = new Map<string, ModelNode>();
  const timeOf = (block: number): string => hex(GENESIS_SEC + block * 2);

  function answer(node: ModelNode, method: string, params: readonly unknown[]): unknown {
    const newest = chain.head - node.lagBlocks;
    switch (method) {
      case 'eth_chainId':
        return hex(node.chainId);
      case 'eth_blockNumber':
        return hex(newest);
      case 'eth_call':
        return topicOf(hex(4_500_000_000));
      case 'eth_getBlockByNumber': {
        const number = params[0] === 'latest' ? newest : Number(params[0]);
        return number > newest
          ? null
          : { number: hex(number), timestamp: timeOf(number), hash: `0x${number}${chain.fork}` };
      }
      case 'eth_getLogs':
        return logs(node, Object(params[0]), newest);
      default:
        throw new Error(`the model knows no ${method}`);
    }
  }

  function logs(node: ModelNode, filter: Record<string, string & string[]>, newest: number): unknown {
    const [from, to] = [Number(filter['fromBlock']), Number(filter['toBlock'])];
    if (to - from + 1 > node.longest) return new Error('block range is too large');
    const found = chain.transfers.filter(({ block }) => from <= block && block <= Math.min(to, newest));
    if (found.length > node.mostLogs) return new Error('query returned more than 10000 results');
    node.answered.push({ from, to });
    return found.map(({ block, atomic, from: payer = AGENT, to: payTo = LASO }, at) => ({
      address: USDC,
      topics: [TRANSFER, topicOf(payer), topicOf(payTo)],
      data: topicOf(`0x${atomic.toString(16)}`),
      transactionHash: topicOf(hex(chain.transfers.findIndex((one) => one.block === block) + 1)),
      logIndex: hex(at),
      blockNumber: hex(block),
      ...(node.tellsTime && { blockTimestamp: timeOf(block) }),
    }));
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
