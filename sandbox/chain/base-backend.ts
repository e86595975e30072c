import * as z from 'zod/mini';
import type { Backend } from './balancer.ts';

const callSchema = z.object({
  id: z.optional(z.unknown()),
  method: z.string(),
  params: z.optional(z.array(z.unknown())),
});
type Call = z.infer<typeof callSchema>;
const blockSchema = z.looseObject({ number: z.string(), timestamp: z.string() });
const minedSchema = z.looseObject({ blockNumber: z.nullish(z.string()) });

/** The position of a method's block among its parameters. */
const BLOCK_AT: Readonly<Record<string, number>> = {
  eth_call: 1,
  eth_getBalance: 1,
  eth_getCode: 1,
  eth_getTransactionCount: 1,
  eth_getStorageAt: 2,
};
/** The distances that anvil itself uses. */
const BEHIND_HEAD: Readonly<Record<string, number>> = { latest: 0, pending: 0, safe: 32, finalized: 64 };

const hex = (value: number): string => `0x${value.toString(16)}`;

/**
 * The local chain as a machine sees it that is some time behind: it lacks the newer blocks and answers for
 * them as real nodes do. Such a block is null, state at it is an error, logs of it are missing, and a
 * transaction in it is unknown.
 */
export function createBaseBackend(rpcUrl: string, now: () => number = Date.now): Backend {
  const timesSec: number[] = [];

  const post = async (body: unknown): Promise<unknown> => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(rpcUrl, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  };
  const call = async (method: string, params: unknown[]): Promise<unknown> =>
    resultOf(await post({ jsonrpc: '2.0', id: 1, method, params }));

  async function headAt(sec: number): Promise<number> {
    const newest = Number(z.parse(z.string(), await call('eth_blockNumber', [])));
    const missing = Array.from({ length: newest + 1 - timesSec.length }, (_, at) => timesSec.length + at);
    const asked = missing.map((number) => ({
      jsonrpc: '2.0',
      id: number,
      method: 'eth_getBlockByNumber',
      params: [hex(number), false],
    }));
    for (const answer of asked.length > 0 ? z.parse(z.array(z.unknown()), await post(asked)) : []) {
      const { number, timestamp } = z.parse(blockSchema, resultOf(answer));
      timesSec[Number(number)] = Number(timestamp);
    }
    let head = newest;
    while (head > 0 && (timesSec[head] ?? 0) > sec) head -= 1;
    return head;
  }

  async function seen({ method, params = [] }: Call, head: number): Promise<unknown> {
    if (method === 'eth_blockNumber') return hex(head);
    if (method === 'eth_getLogs') return logs(params, head);
    const at = method === 'eth_getBlockByNumber' ? 0 : BLOCK_AT[method];
    if (at !== undefined) {
      const block = await numberOf(params[at], head);
      if (block > head && at === 0) return null;
      if (block > head) throw new Error('header not found');
      return call(method, params.toSpliced(at, 1, hex(block)));
    }
    const result = await call(method, params);
    if (method === 'eth_getBlockByHash')
      return result !== null && Number(z.parse(blockSchema, result).number) <= head ? result : null;
    if (method !== 'eth_getTransactionReceipt' && method !== 'eth_getTransactionByHash') return result;
    const { blockNumber } = result === null ? { blockNumber: null } : z.parse(minedSchema, result);
    return typeof blockNumber === 'string' && Number(blockNumber) <= head ? result : null;
  }

  async function logs(params: readonly unknown[], head: number): Promise<unknown> {
    const filter = z.parse(z.looseObject({ fromBlock: z.unknown(), toBlock: z.unknown() }), {
      fromBlock: 'latest',
      toBlock: 'latest',
      ...Object(params[0]),
    });
    if ('blockHash' in filter) {
      if ((await numberOf(filter, head)) > head) throw new Error('unknown block');
      return call('eth_getLogs', [filter]);
    }
    const [from, to] = [await numberOf(filter.fromBlock, head), await numberOf(filter.toBlock, head)];
    if (from > head) return [];
    return call('eth_getLogs', [{ ...filter, fromBlock: hex(from), toBlock: hex(Math.min(to, head)) }]);
  }

  /** A tag, a number, or an object that names a block (EIP-1898); Infinity for one that does not exist. */
  async function numberOf(value: unknown, head: number): Promise<number> {
    if (typeof value !== 'object' || value === null) {
      const text = String(value ?? 'latest');
      if (text === 'earliest') return 0;
      const behind = BEHIND_HEAD[text];
      return behind === undefined ? Number(text) : Math.max(0, head - behind);
    }
    const { blockNumber, blockHash } = Object(value);
    if (blockHash === undefined) return numberOf(blockNumber, head);
    const block = await call('eth_getBlockByHash', [blockHash, false]);
    return block === null ? Infinity : Number(z.parse(blockSchema, block).number);
  }

  async function one(body: unknown, head: number): Promise<unknown> {
    const { id = null, ...asked } = z.parse(callSchema, body);
    try {
      return { jsonrpc: '2.0', id, result: await seen(asked, head) };
    } catch (error) {
      const message = error instanceof Error ? error.message : 'error';
      return { jsonrpc: '2.0', id, error: { code: -32_000, message } };
    }
  }

  return async (body, lagSec) => {
    if (lagSec <= 0) return post(body);
    const head = await headAt(now() / 1000 - lagSec);
    return Array.isArray(body) ? Promise.all(body.map((each) => one(each, head))) : one(body, head);
  };
}

/** Throws what the node answers instead of a result. */
function resultOf(answer: unknown): unknown {
  const { result, error } = z.parse(
    z.looseObject({ result: z.unknown(), error: z.optional(z.looseObject({ message: z.string() })) }),
    answer,
  );
  if (error) throw new Error(error.message);
  return result;
}
