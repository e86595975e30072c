/** For tests: Base as a model. Blocks every two seconds, authorisations that are used or cancelled once, nodes that lag, fail or come back. */
import { topicOf, TRANSFER, type ChainLog } from '#chain/evm-log.ts';
import { BASE_CHAIN_ID } from '#domain/chain.ts';
import { AUTHORIZATION_CANCELED, AUTHORIZATION_USED } from '../../evm/transfer-logs.ts';
import type { PaymentRow } from '../../journal/payment-row.ts';

type Transfer = Pick<PaymentRow, 'asset' | 'payer' | 'payTo' | 'amountAtomic'> & {
  nonce: string;
  validBeforeSec: number;
};
interface Happened {
  readonly block: number;
  readonly hash: string;
  readonly nonce: string;
  readonly used: boolean;
  readonly logs: ChainLog[];
}

export interface ModelNode {
  lagSec: number;
  down: boolean;
  /** It refuses logs of more blocks than this. */
  mostBlocks: number;
  /** How much further back the machines behind this address are, s. One machine without. */
  machinesLagSec: readonly number[];
  /** Which of them answers the `nth` call to this address; in turn without. */
  pick: (nth: number, method: string) => number;
}

const BLOCK_SEC = 2;
const hex = (value: number): string => `0x${value.toString(16)}`;

export function createModelChain(genesisSec = 1_700_000_000) {
  let nowSec = genesisSec + 100_000;
  const happened: Happened[] = [];
  const nodes = new Map<string, ModelNode & { calls: number }>();
  const asked: number[] = [];
  const timeOf = (block: number): number => genesisSec + block * BLOCK_SEC;
  const headAt = (sec: number): number => Math.floor((sec - genesisSec) / BLOCK_SEC);

  /** Into the next block; null when the contract would refuse it there. */
  function write(transfer: Transfer, used: boolean): string | null {
    const block = headAt(nowSec) + 1;
    if (happened.some(({ nonce }) => nonce === transfer.nonce)) return null;
    if (used && timeOf(block) >= transfer.validBeforeSec) return null;
    const hash = `0x${(happened.length + 1).toString(16).padStart(64, 'a')}`;
    const at = { address: transfer.asset, transactionHash: hash };
    const topics = [
      used ? AUTHORIZATION_USED : AUTHORIZATION_CANCELED,
      topicOf(transfer.payer),
      transfer.nonce,
    ];
    const moved = {
      ...at,
      topics: [TRANSFER, topicOf(transfer.payer), topicOf(transfer.payTo)],
      data: topicOf(hex(Number(transfer.amountAtomic))),
    };
    const logs = [{ ...at, topics, data: '0x' }, ...(used ? [moved] : [])];
    happened.push({ block, hash, nonce: transfer.nonce, used, logs });
    return hash;
  }

  function answer(lagSec: number, method: string, params: readonly unknown[]): unknown {
    const head = headAt(nowSec - lagSec);
    const seen = happened.filter(({ block }) => block <= head);
    const numbered = (value: unknown): number => (value === 'latest' ? head : Number(value));
    if (method === 'eth_chainId') return hex(BASE_CHAIN_ID);
    if (method === 'eth_getBlockByNumber') {
      const number = numbered(params[0]);
      return number > head ? null : { number: hex(number), timestamp: hex(timeOf(number)) };
    }
    if (method === 'eth_call') {
      const data = Object(params[0]).data;
      const nonce = `0x${String(data).slice(-64)}`;
      const until = numbered(params[1]);
      if (until > head) throw new Error('header not found');
      const gone = seen.some((event) => event.nonce === nonce && event.block <= until);
      return topicOf(gone ? '1' : '0');
    }
    if (method === 'eth_getTransactionReceipt') {
      const found = seen.find(({ hash }) => hash === params[0]);
      return found ? { status: '0x1', blockNumber: hex(found.block), logs: found.logs } : null;
    }
    if (method === 'eth_getLogs') {
      const { fromBlock, toBlock, topics } = Object(params[0]);
      const within = seen.filter(({ block }) => block >= Number(fromBlock) && block <= Number(toBlock));
      return within
        .flatMap(({ logs }) => logs)
        .filter((log) => log.topics[2] === topics[2] && topics[0].includes(log.topics[0]));
    }
    throw new Error(`the model has no ${method}`);
  }

  return {
    /** Blocks per request for logs, in their order. */
    asked,
    nowSec: () => nowSec,
    tick: (seconds: number): void => {
      nowSec += seconds;
    },
    node: (url: string, state: Partial<ModelNode> = {}): void => {
      const machines = { machinesLagSec: [0], pick: (nth: number) => nth };
      nodes.set(url, { lagSec: 0, down: false, mostBlocks: Infinity, ...machines, ...state, calls: 0 });
    },
    settle: (transfer: Transfer): string | null => write(transfer, true),
    cancel: (transfer: Transfer): string | null => write(transfer, false),
    paid: (nonce: string): boolean => happened.some((event) => event.nonce === nonce && event.used),
    /** Stands for `fetch` to any node. */
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      const node = nodes.get(url);
      if (!node || node.down) throw new TypeError('Failed to fetch');
      const { method, params } = JSON.parse(String(init.body));
      const { fromBlock, toBlock } = Object(params[0]);
      if (method === 'eth_getLogs') asked.push(Number(toBlock) - Number(fromBlock) + 1);
      if (method === 'eth_getLogs' && Number(toBlock) - Number(fromBlock) >= node.mostBlocks)
        return Response.json({ jsonrpc: '2.0', id: 1, error: { code: -32_614, message: 'range too large' } });
      const { machinesLagSec, pick } = node;
      const machine = machinesLagSec[pick(node.calls++, method) % machinesLagSec.length] ?? 0;
      try {
        return Response.json({
          jsonrpc: '2.0',
          id: 1,
          result: answer(node.lagSec + machine, method, params),
        });
      } catch (error) {
        return Response.json({ jsonrpc: '2.0', id: 1, error: { code: -32_000, message: String(error) } });
      }
    },
  };
}

export type ModelChain = ReturnType<typeof createModelChain>;
