import * as z from 'zod/mini';
import { INTERNAL, ProviderError, UNSUPPORTED_METHOD } from './provider-error.ts';

/**
 * What a page may read through its wallet. Sending transactions is not among it: x402 needs a signature only.
 */
const READS = new Set([
  'eth_blockNumber',
  'eth_call',
  'eth_estimateGas',
  'eth_feeHistory',
  'eth_gasPrice',
  'eth_getBalance',
  'eth_getBlockByHash',
  'eth_getBlockByNumber',
  'eth_getCode',
  'eth_getLogs',
  'eth_getTransactionByHash',
  'eth_getTransactionCount',
  'eth_getTransactionReceipt',
  'net_version',
]);

const answerSchema = z.object({
  result: z.optional(z.unknown()),
  error: z.optional(z.object({ code: z.number(), message: z.string() })),
});

/**
 * Passes a read on to the sandbox's chain. Throws ProviderError: 4200 for anything that is not a read, else
 * the node's own code.
 */
export async function readChain(
  rpcUrl: string,
  method: string,
  params: readonly unknown[],
): Promise<unknown> {
  if (!READS.has(method)) {
    throw new ProviderError(UNSUPPORTED_METHOD, `The sandbox wallet does not support "${method}".`);
  }
  const answer = await fetch(rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const body = z.safeParse(answerSchema, await answer.json().catch(() => null));
  if (!body.success) throw new ProviderError(INTERNAL, 'The sandbox chain gave no readable answer.');
  if (body.data.error) throw new ProviderError(body.data.error.code, body.data.error.message);
  return body.data.result;
}
