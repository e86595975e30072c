import { isJsonObject } from '../json-object.ts';

export type RpcFetch = (url: string, init: RequestInit) => Promise<Response>;
export type Rpc = (method: string, params: readonly unknown[]) => Promise<unknown>;

const TIMEOUT_MS = 10_000;

/** Plain JSON-RPC 2.0 over `fetch`: evidence is looked for in pages that never load wallet code. Each call rejects on anything but a result. */
export function jsonRpc(url: string, send: RpcFetch = globalThis.fetch): Rpc {
  return async (method, params) => {
    const response = await send(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await response.json();
    if (!isJsonObject(body) || body['error'] !== undefined || !('result' in body))
      throw new Error(`${method} gave no result`);
    return body['result'];
  };
}

/** "0x1f" → 31. Throws when it is no such number. */
export function quantity(value: unknown): number {
  if (typeof value !== 'string' || !/^0x[0-9a-f]{1,13}$/i.test(value)) throw new Error('not a quantity');
  return Number(value);
}

export const hexQuantity = (value: number): string => `0x${value.toString(16)}`;
