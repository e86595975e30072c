import type { NetworkConfig } from '#config/config-schema.ts';
import { jsonRpc, type Rpc, type RpcFetch } from '#chain/json-rpc.ts';
import { PaymentError } from '../payment-error.ts';

export interface Node {
  readonly url: string;
  readonly rpc: Rpc;
}

/** The operator's RPC addresses. PaymentError `no-rpc` when there is none: a public node is never asked instead. */
export function nodesOf(network: NetworkConfig, fetch?: RpcFetch): Node[] {
  const urls = [network.rpcUrl, ...(network.rpcFallbackUrls ?? [])].filter((url) => url !== '');
  if (urls.length === 0)
    throw new PaymentError(
      'no-rpc',
      `This page cannot read the chain: the operator has to set networks[${network.id}].rpcUrl in its configuration. Nothing was paid.`,
    );
  return urls.map((url) => ({ url, rpc: jsonRpc(url, fetch) }));
}

/** The first answer, asking one node after the other. PaymentError `rpc` when none gives one; what the last one lacked is said, where `read` says it. */
export async function askNodes<T>(nodes: readonly Node[], read: (node: Node) => Promise<T>): Promise<T> {
  let last: unknown = null;
  for (const node of nodes) {
    try {
      return await read(node);
    } catch (cause) {
      last = cause;
    }
  }
  if (last instanceof PaymentError) throw last;
  throw new PaymentError(
    'rpc',
    'Solana could not be read, so this payment cannot be checked. Nothing was paid. Try again in a moment, or pay on Base.',
    { cause: last },
  );
}
