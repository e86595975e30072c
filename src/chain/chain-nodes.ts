import type { NetworkConfig } from '#config/config-schema.ts';
import { blockAt, type Block } from './evm-block.ts';
import { jsonRpc, quantity, type Rpc, type RpcFetch } from './json-rpc.ts';
import { RangeRefused, RpcError } from './rpc-error.ts';

export interface ChainNode {
  readonly rpc: Rpc;
  /** The newest block this node has shown so far. Beyond it, its answers would be silently incomplete. */
  headNumber: number;
}

/** The operator's nodes of one EIP-155 network, one after the other; who answered last is asked first. */
export interface ChainNodes {
  readonly count: number;
  /** The newest block of all nodes that answer. Rejects with RpcError when none does. */
  newestBlock(): Promise<Block>;
  /**
   * The first answer. A node that is busy, refuses or does not answer is skipped. After RangeRefused the
   * caller has to change its `read`. Rejects with the RpcError of the node that was asked first, with
   * RangeRefused, or with the reason of the abort.
   */
  ask<T>(read: (node: ChainNode) => Promise<T>): Promise<T>;
}

interface NodesOptions {
  readonly fetch?: RpcFetch | undefined;
  readonly signal?: AbortSignal | undefined;
  /** This device's time, ms: only for passing over a block from the future. */
  readonly now?: () => number;
}

/**
 * Every address in the configuration, first the one that is to be asked first; empty where the operator set
 * none.
 */
export const rpcUrlsOf = (network: NetworkConfig): string[] =>
  [network.rpcUrl, ...(network.rpcFallbackUrls ?? [])].filter((url) => url !== '');

/** A clock can be so much off, s. */
const FUTURE_SEC = 600;

/**
 * A block from the future does not count as the newest when another node has a block that is not: its answers
 * would stay silently incomplete.
 */
function newestBelievable(heads: readonly Block[], nowSec: number): Block | undefined {
  const present = heads.filter(({ atSec }) => atSec <= nowSec + FUTURE_SEC);
  return (present.length > 0 ? present : heads).toSorted((a, b) => b.number - a.number)[0];
}

export function createChainNodes(
  network: NetworkConfig,
  { fetch, signal, now = Date.now }: NodesOptions = {},
): ChainNodes {
  const nodes = rpcUrlsOf(network).map((url): ChainNode => ({
    rpc: jsonRpc(url, fetch, signal),
    headNumber: -1,
  }));
  const checked = new Set<ChainNode>();
  let preferred = 0;

  async function ofThisNetwork(node: ChainNode): Promise<void> {
    if (checked.has(node)) return;
    if (`eip155:${quantity(await node.rpc('eth_chainId', []))}` !== network.id)
      throw new RpcError('unreachable', 'a node of another network');
    checked.add(node);
  }

  return {
    count: nodes.length,
    async newestBlock() {
      const heads = await Promise.allSettled(
        nodes.map(async (node) => {
          await ofThisNetwork(node);
          const head = await blockAt(node.rpc, 'latest');
          node.headNumber = Math.max(node.headNumber, head.number);
          return head;
        }),
      );
      signal?.throwIfAborted();
      const answered = heads.flatMap((head) => (head.status === 'fulfilled' ? [head.value] : []));
      const newest = newestBelievable(answered, now() / 1_000);
      if (!newest) throw new RpcError('unreachable', 'no node answered');
      preferred = Math.max(
        0,
        heads.findIndex((head) => head.status === 'fulfilled' && head.value === newest),
      );
      return newest;
    },
    async ask(read) {
      let reason: RpcError | null = null;
      for (let turn = 0; turn < nodes.length; turn += 1) {
        const at = (preferred + turn) % nodes.length;
        const node = nodes[at];
        if (!node) continue;
        try {
          await ofThisNetwork(node);
          const answer = await read(node);
          preferred = at;
          return answer;
        } catch (error) {
          signal?.throwIfAborted();
          if (error instanceof RangeRefused) {
            preferred = at;
            throw error;
          }
          reason ??=
            error instanceof RpcError ? error : new RpcError('unreachable', 'no answer', { cause: error });
        }
      }
      throw reason ?? new RpcError('unreachable', 'no node');
    },
  };
}
